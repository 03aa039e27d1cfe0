package org.warmplan.history;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;

/** Keeps snapshots as they came. Nothing filed is ever changed. Not safe for several threads or processes at once. */
public interface SnapshotStore {
    /** A store that lasts as long as the program, for replays and tests. */
    static SnapshotStore inMemory() {
        return new MemorySnapshots();
    }

    /** The store in {@code snapshots} under {@code dataFolder}; the folder is made when something is first filed. */
    static SnapshotStore at(Path dataFolder) {
        return new FiledSnapshots(dataFolder.resolve("snapshots"));
    }

    /**
     * Files a snapshot and returns it as it stands now. When its source already has one of that second with the same kind
     * and the same parts, that one stands and nothing is written; when it has another, this one gets the next free second.
     */
    default Snapshot add(Snapshot snapshot) {
        for (SnapshotId id = SnapshotId.of(snapshot);
                ;
                id = new SnapshotId(id.source(), id.instant().plusSeconds(1))) {
            Snapshot dated = new Snapshot(snapshot.source(), snapshot.kind(), id.instant(), snapshot.parts());
            if (!has(id)) {
                put(dated);
                return dated;
            }
            if (saysTheSame(id, dated)) {
                return get(id);
            }
        }
    }

    /** Whether something is filed under {@code id}, readable or not. */
    boolean has(SnapshotId id);

    /**
     * The snapshot filed under {@code id}.
     *
     * @throws InputException when there is none, or it is damaged
     */
    Snapshot get(SnapshotId id);

    /** What is filed up to and including {@code upTo}, oldest first. */
    List<SnapshotId> list(Instant upTo);

    /** Files a snapshot whose place is free and whose instant is in whole seconds; callers want {@link #add}. */
    void put(Snapshot snapshot);

    private boolean saysTheSame(SnapshotId id, Snapshot other) {
        try {
            Snapshot filed = get(id);
            return filed.kind().equals(other.kind()) && SnapshotHash.of(filed).equals(SnapshotHash.of(other));
        } catch (InputException e) {
            // A damaged file keeps its place: it may still be mended by hand.
            return false;
        }
    }
}
