package org.warmplan.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;

/** {@link SnapshotStore#inMemory()}. */
final class MemorySnapshots implements SnapshotStore {
    private final Map<SnapshotId, Snapshot> snapshots = new TreeMap<>();

    @Override
    public boolean has(SnapshotId id) {
        return snapshots.containsKey(id);
    }

    @Override
    public Snapshot get(SnapshotId id) {
        Snapshot snapshot = snapshots.get(id);
        if (snapshot == null) {
            throw new InputException("There is no snapshot of %s. Maybe it was never filed.".formatted(id));
        }
        return snapshot;
    }

    @Override
    public List<SnapshotId> list(Instant upTo) {
        return snapshots.keySet().stream()
                .filter(id -> !id.instant().isAfter(upTo))
                .toList();
    }

    @Override
    public SnapshotFile look(SnapshotId id) {
        Snapshot snapshot = snapshots.get(id);
        return new SnapshotFile(snapshot == null ? 0 : Envelope.write(snapshot).length, 0);
    }

    @Override
    public String name(SnapshotId id) {
        return id.toString();
    }

    @Override
    public void remove(Collection<SnapshotId> ids) {
        snapshots.keySet().removeAll(ids);
    }

    @Override
    public void put(Snapshot snapshot) {
        snapshots.put(SnapshotId.of(snapshot), snapshot);
    }
}
