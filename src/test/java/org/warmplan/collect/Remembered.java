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
    public Stream<Snapshot> before(String source, Instant instant) {
        return snapshots.stream()
                .filter(snapshot -> snapshot.instant().isBefore(instant))
                .sorted(Comparator.comparing(Snapshot::instant).reversed());
    }
}
