package org.warmplan.history;

import java.util.stream.Collectors;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.Sha256;

/** What tells snapshots with other content apart. */
public final class SnapshotHash {
    private SnapshotHash() {}

    /**
     * SHA-256 over the hashes of the parts, in their order, joined by a line feed (none at the end). It depends on the
     * bodies alone, not on when or from where they were fetched.
     */
    public static String of(Snapshot snapshot) {
        return Sha256.of(snapshot.parts().stream().map(Snapshot.Part::sha256).collect(Collectors.joining("\n")));
    }
}
