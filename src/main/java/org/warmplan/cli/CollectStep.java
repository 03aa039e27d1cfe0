package org.warmplan.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.Collector;
import org.warmplan.collect.Outcome;
import org.warmplan.collect.SourceKinds;
import org.warmplan.collect.ask.Fetcher;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.history.SnapshotStore;

/** Asks the sources and files what they say, with a line per source. */
final class CollectStep {
    private final Surroundings surroundings;
    private final SnapshotStore store;

    CollectStep(Surroundings surroundings, SnapshotStore store) {
        this.surroundings = surroundings;
        this.store = store;
    }

    /**
     * What became of one source.
     *
     * @param filed the instant its snapshot is filed under, null when it failed
     */
    record Asked(Outcome outcome, @Nullable Instant filed) {}

    /**
     * What became of a collection.
     *
     * @param asked in the order asked
     * @param last the latest instant a snapshot was filed under: a second later when the place of another was taken
     */
    record Filed(List<Asked> asked, Instant last) {
        /** What failed, in the order asked, for the caller to tell. */
        List<Outcome.Failed> failures() {
            return asked.stream()
                    .map(Asked::outcome)
                    .filter(Outcome.Failed.class::isInstance)
                    .map(Outcome.Failed.class::cast)
                    .toList();
        }
    }

    /** Asks all sources and files what succeeded. */
    Filed collect(List<SourceSettings> sources, Instant at) {
        // The jitter only spreads retries over time; its seed changes no result.
        Fetcher fetcher = new Fetcher(surroundings.clock(), new Random(0), CollectStep::sleep);
        Collector collector = new Collector(fetcher, SourceKinds.list());
        List<Asked> asked = new ArrayList<>();
        Instant last = at;
        for (SourceSettings source : sources) {
            surroundings.progress().collecting(asked.size() + 1, sources.size(), source.name());
            Asked answer = file(collector.collect(List.of(source), at).get(0));
            asked.add(answer);
            Instant filed = answer.filed();
            last = filed != null && filed.isAfter(last) ? filed : last;
        }
        surroundings.progress().clear();
        return new Filed(asked, last);
    }

    private Asked file(Outcome outcome) {
        if (!(outcome instanceof Outcome.Collected collected)) {
            return new Asked(outcome, null);
        }
        Instant filed = store.add(collected.snapshot()).instant();
        surroundings.say("%s: %d observations, %d issues"
                .formatted(
                        collected.settings().name(),
                        collected.reading().observations().size(),
                        collected.reading().issues().size()));
        return new Asked(outcome, filed);
    }

    private static void sleep(Duration pause) throws InterruptedException {
        Thread.sleep(pause.toMillis());
    }
}
