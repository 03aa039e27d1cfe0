package org.warmplan.cli;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.warmplan.collect.Collector;
import org.warmplan.domain.InputException;
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
    public Stream<Snapshot> before(String source, Instant instant) {
        return store.list(source).stream()
                .filter(id -> id.instant().isBefore(instant))
                .sorted(Comparator.reverseOrder())
                .flatMap(this::readable);
    }

    private Stream<Snapshot> readable(SnapshotId id) {
        try {
            return Stream.of(store.get(id));
        } catch (InputException e) {
            // Damaged: it told nothing.
            return Stream.empty();
        }
    }
}
