package org.warmplan.collect;

import org.jspecify.annotations.Nullable;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;

/** What became of asking one source. */
public sealed interface Outcome {
    SourceSettings settings();

    /**
     * It answered, and its reader understood the answer.
     *
     * @param news what it says that it did not say before; null when it says something for the first time
     */
    record Collected(
            SourceSettings settings,
            Snapshot snapshot,
            Reading reading,
            @Nullable News news) implements Outcome {
        /** True when {@code filed}, of the same source, says the same and was taken in the same hour. */
        public boolean repeats(Snapshot filed) {
            return SourceKinds.find(snapshot.kind())
                    .filter(kind -> kind.kind().equals(filed.kind()))
                    .map(kind -> News.between(kind, filed, reading, snapshot.instant()))
                    .filter(News::isRepetition)
                    .isPresent();
        }
    }

    /** It gave nothing worth keeping; {@code message} is one line with the reason and the way out, free of secrets. */
    record Failed(SourceSettings settings, String message) implements Outcome {}
}
