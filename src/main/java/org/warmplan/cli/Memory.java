package org.warmplan.cli;

import java.nio.file.Path;
import org.warmplan.collect.SourceKinds;
import org.warmplan.history.History;
import org.warmplan.history.SnapshotReaders;
import org.warmplan.history.SnapshotStore;
import org.warmplan.history.index.IndexedHistory;

/** The memory of snapshots, as every command opens it. */
final class Memory {
    private Memory() {}

    /** Of a data folder, by its index. */
    static IndexedHistory at(Surroundings surroundings, Path data) {
        return new IndexedHistory(data, readers(), note -> surroundings.say(Tone.CARE, note));
    }

    /** Of a store that no index belongs to. */
    static History of(SnapshotStore store) {
        return History.of(store, readers());
    }

    private static SnapshotReaders readers() {
        return SnapshotReaders.of(SourceKinds.READERS_VERSION, SourceKinds.list());
    }
}
