package org.warmplan.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.warmplan.collect.Collector;
import org.warmplan.collect.Fetcher;
import org.warmplan.collect.Outcome;
import org.warmplan.collect.SourceKinds;
import org.warmplan.collect.SourceSettings;
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
     * What became of a collection.
     *
     * @param failures in the order asked, for the caller to tell
     * @param last the latest instant a snapshot was filed under: a second later when the place of another was taken
     */
    record Filed(List<Outcome.Failed> failures, Instant last) {}

    /** Asks all sources and files what succeeded. */
    Filed collect(List<SourceSettings> sources, Instant at) {
        // The jitter only spreads retries over time; its seed changes no result.
        Fetcher fetcher = new Fetcher(surroundings.clock(), new Random(0), CollectStep::sleep);
        Collector collector = new Collector(fetcher, SourceKinds.listReaders());
        List<Outcome.Failed> failures = new ArrayList<>();
        Instant last = at;
        for (Outcome outcome : collector.collect(sources, at)) {
            if (outcome instanceof Outcome.Collected collected) {
                Instant filed = store.add(collected.snapshot()).instant();
                last = filed.isAfter(last) ? filed : last;
                surroundings.say("%s: %d observations, %d issues"
                        .formatted(
                                collected.settings().name(),
                                collected.reading().observations().size(),
                                collected.reading().issues().size()));
            } else if (outcome instanceof Outcome.Failed failed) {
                failures.add(failed);
            }
        }
        return new Filed(failures, last);
    }

    private static void sleep(Duration pause) throws InterruptedException {
        Thread.sleep(pause.toMillis());
    }
}
