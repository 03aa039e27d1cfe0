package org.warmplan.cli;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.warmplan.collect.Collector;
import org.warmplan.domain.Snapshot;
import org.warmplan.history.SnapshotId;
import org.warmplan.history.SnapshotStore;

/** What was filed before a collection. */
record FiledPast(SnapshotStore store) implements Collector.Past {
    @Override
    public Optional<Snapshot> findNewest(String source) {
        return store.findNewest(source);
    }

    @Override
    public Optional<Instant> findNewestBefore(String source, Instant instant) {
        return store.list(source).stream()
                .map(SnapshotId::instant)
                .filter(filed -> filed.isBefore(instant))
                .max(Comparator.naturalOrder());
    }
}
