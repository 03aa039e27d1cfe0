package org.warmplan.collect.ask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Snapshot;

/** Which addresses answered when. Snapshots are read only as far back as is asked about, and only their addresses kept. */
final class EarlierAnswers {
    private final Iterator<Snapshot> snapshots;
    private final List<Answered> read = new ArrayList<>();

    /** @param snapshots of one source, newest first */
    EarlierAnswers(Iterator<Snapshot> snapshots) {
        this.snapshots = snapshots;
    }

    /** When an address that will do last answered; empty when none did from {@code earliest} on. */
    Optional<Instant> findNewest(Predicate<String> url, Instant earliest) {
        for (int i = 0; ; i++) {
            Answered answered = i < read.size() ? read.get(i) : next();
            if (answered == null || answered.at().isBefore(earliest)) {
                return Optional.empty();
            }
            if (answered.urls().stream().anyMatch(url)) {
                return Optional.of(answered.at());
            }
        }
    }

    private @Nullable Answered next() {
        if (!snapshots.hasNext()) {
            return null;
        }
        Snapshot snapshot = snapshots.next();
        Answered answered = new Answered(
                snapshot.instant(),
                snapshot.parts().stream().map(Snapshot.Part::url).toList());
        read.add(answered);
        return answered;
    }

    private record Answered(Instant at, List<String> urls) {}
}
