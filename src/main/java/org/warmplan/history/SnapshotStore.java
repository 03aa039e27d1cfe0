package org.warmplan.history;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.UsageException;

/**
 * Keeps snapshots as they came. Nothing filed is ever changed. In a folder, several processes may file and take away at
 * once: each waits for the other. The store in memory is for one thread.
 */
public interface SnapshotStore {
    /**
     * What became of a snapshot to be filed.
     *
     * @param snapshot as it stands in the store now
     * @param isNew whether it was written, and not there before
     */
    record Filed(Snapshot snapshot, boolean isNew) {}

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
     *
     * @throws UsageException when the store cannot be written, or others hold it for a minute
     */
    default Snapshot add(Snapshot snapshot) {
        return file(snapshot).snapshot();
    }

    /** Like {@link #add}, telling whether anything was written. */
    default Filed file(Snapshot snapshot) {
        return file(snapshot, newest -> false);
    }

    /**
     * Like {@link #file(Snapshot)}, but the newest of the source's snapshots that can be read stands, and nothing is
     * written, when {@code repeated} says that the new one only repeats it.
     */
    default Filed file(Snapshot snapshot, Predicate<Snapshot> repeated) {
        Optional<Snapshot> newest = findNewest(snapshot.source()).filter(repeated);
        if (newest.isPresent()) {
            return new Filed(newest.get(), false);
        }
        for (SnapshotId id = SnapshotId.of(snapshot);
                ;
                id = new SnapshotId(id.source(), id.instant().plusSeconds(1))) {
            Snapshot dated = new Snapshot(snapshot.source(), snapshot.kind(), id.instant(), snapshot.parts());
            if (!has(id)) {
                put(dated);
                return new Filed(dated, true);
            }
            if (saysTheSame(id, dated)) {
                return new Filed(get(id), false);
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

    /** The newest of a source's snapshots that can be read. */
    default Optional<Snapshot> findNewest(String source) {
        return list(source).stream()
                .sorted(Comparator.reverseOrder())
                .flatMap(id -> findReadable(id).stream())
                .findFirst();
    }

    /** What is filed up to and including {@code upTo}, oldest first. */
    List<SnapshotId> list(Instant upTo);

    /** What is filed of one source, oldest first. */
    default List<SnapshotId> list(String source) {
        return list(Instant.MAX).stream()
                .filter(id -> id.source().equals(source))
                .toList();
    }

    /** How a snapshot lies on disk; {@link #list} does not look that closely. */
    SnapshotFile look(SnapshotId id);

    /** What messages call the place of a snapshot. */
    String name(SnapshotId id);

    /** Files a snapshot whose place is free and whose instant is in whole seconds; callers want {@link #add}. */
    void put(Snapshot snapshot);

    /**
     * Takes snapshots away for good; what is not there is passed over.
     *
     * @throws UsageException when that cannot be done, or others hold the store for a minute
     */
    void remove(Collection<SnapshotId> ids);

    private Optional<Snapshot> findReadable(SnapshotId id) {
        try {
            return Optional.of(get(id));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private boolean saysTheSame(SnapshotId id, Snapshot other) {
        // A damaged file keeps its place: it may still be mended by hand.
        return findReadable(id)
                .filter(filed -> filed.kind().equals(other.kind())
                        && SnapshotHash.of(filed).equals(SnapshotHash.of(other)))
                .isPresent();
    }
}
