package org.warmplan.collect;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.warmplan.domain.Snapshot;

/** Snapshots of one source in memory, as what was collected before. */
record Remembered(List<Snapshot> snapshots) implements Collector.Past {
    static Remembered of(Snapshot... snapshots) {
        return new Remembered(List.of(snapshots));
    }

    @Override
    public Optional<Snapshot> findNewest(String source) {
        return snapshots.stream().max(Comparator.comparing(Snapshot::instant));
    }

    @Override
    public Optional<Instant> findNewestBefore(String source, Instant instant) {
        Stream<Instant> instants = snapshots.stream().map(Snapshot::instant);
        return instants.filter(newest -> newest.isBefore(instant)).max(Comparator.naturalOrder());
    }
}
