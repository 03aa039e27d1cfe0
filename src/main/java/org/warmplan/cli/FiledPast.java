package org.warmplan.cli;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.warmplan.collect.Collector;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;
import org.warmplan.history.SnapshotId;
import org.warmplan.history.SnapshotStore;

/** What was filed before a collection. */
record FiledPast(SnapshotStore store, Instant at) implements Collector.Past {
    @Override
    public Optional<Snapshot> findNewest(String source) {
        for (SnapshotId id : newestFirst(source)) {
            try {
                return Optional.of(store.get(id));
            } catch (InputException e) {
                // Damaged; the one before it will do.
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Instant> findNewestBefore(String source, Instant instant) {
        return newestFirst(source).stream()
                .map(SnapshotId::instant)
                .filter(filed -> filed.isBefore(instant))
                .findFirst();
    }

    private List<SnapshotId> newestFirst(String source) {
        return store.list(at).stream()
                .filter(id -> id.source().equals(source))
                .sorted(Comparator.comparing(SnapshotId::instant).reversed())
                .toList();
    }
}
