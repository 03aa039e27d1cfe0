package org.warmplan.history;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.SnapshotReader;

/**
 * One look at a filed snapshot.
 *
 * @param snapshot null when the file cannot be read
 * @param reading empty when it says nothing to us
 * @param problem why it says nothing, null when it says something
 */
public record SnapshotLook(
        SnapshotId id,
        @Nullable Snapshot snapshot,
        Reading reading,
        @Nullable Problem problem) {
    private static final Reading NOTHING = new Reading(List.of(), List.of());

    /**
     * Why a snapshot says nothing.
     *
     * @param kind the issue it makes
     * @param value the issue's value, not yet cut
     */
    public record Problem(Kind kind, String value) {
        /** What became of the snapshot. */
        public enum Kind {
            UNKNOWN("kindUnknown", "A snapshot of a kind this version cannot read was skipped."),
            UNREADABLE("snapshotUnreadable", "A snapshot that cannot be read was skipped.");

            private final String issue;
            private final String message;

            Kind(String issue, String message) {
                this.issue = issue;
                this.message = message;
            }
        }

        /** What of it is to be told. */
        public DataIssue issue(SnapshotId id) {
            return new DataIssue(kind.issue, id.source(), id.instant().toString(), value, kind.message);
        }

        /** What of it is to be listed. */
        public String text() {
            return kind == Kind.UNKNOWN ? "No reader understands the kind " + value + "." : value;
        }
    }

    /** Reads the snapshot filed under {@code id}. */
    public static SnapshotLook at(SnapshotStore store, SnapshotReaders readers, SnapshotId id) {
        Snapshot snapshot = null;
        try {
            snapshot = store.get(id);
            Optional<SnapshotReader> reader = readers.find(snapshot.kind());
            return reader.isPresent()
                    ? new SnapshotLook(id, snapshot, reader.get().read(snapshot), null)
                    : new SnapshotLook(id, snapshot, NOTHING, new Problem(Problem.Kind.UNKNOWN, snapshot.kind()));
        } catch (InputException e) {
            Problem problem = new Problem(Problem.Kind.UNREADABLE, String.valueOf(e.getMessage()));
            return new SnapshotLook(id, snapshot, NOTHING, problem);
        }
    }

    /** For a list of what is filed, with the size of the file. */
    public FiledSnapshot listed(long bytes) {
        return new FiledSnapshot(
                id,
                snapshot == null ? "" : snapshot.kind(),
                snapshot == null ? "" : SnapshotHash.of(snapshot),
                snapshot == null ? 0 : snapshot.parts().size(),
                bytes,
                reading.observations().size(),
                reading.issues().size(),
                problem == null ? null : problem.text());
    }
}
