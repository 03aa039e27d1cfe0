package org.warmplan.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.SourceKinds;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.UsageException;
import org.warmplan.history.SnapshotId;
import org.warmplan.history.SnapshotStore;

/** Files snapshots of payloads fetched elsewhere, each only when its reader understands it. */
final class ImportStep {
    private final SnapshotStore store;

    ImportStep(SnapshotStore store) {
        this.store = store;
    }

    /** What became of a snapshot. */
    enum State {
        FILED,
        THERE,
        REFUSED
    }

    /**
     * A snapshot that was to be imported.
     *
     * @param id as it is filed; as it was asked for when it was refused
     * @param error why it was refused, else null
     */
    record Imported(
            SnapshotId id,
            String kind,
            State state,
            int observations,
            int issues,
            @Nullable String error) {}

    /**
     * Files what its readers understand.
     *
     * @throws UsageException when a kind is none of ours; then nothing was filed
     */
    List<Imported> file(List<Snapshot> snapshots) {
        snapshots.forEach(snapshot -> requireKind(snapshot.kind()));
        List<Imported> imported = new ArrayList<>();
        snapshots.forEach(snapshot -> imported.add(file(snapshot)));
        return imported;
    }

    private Imported file(Snapshot snapshot) {
        try {
            Reading reading = SourceKinds.find(snapshot.kind()).orElseThrow().read(snapshot);
            SnapshotStore.Filed filed = store.file(snapshot);
            return new Imported(
                    SnapshotId.of(filed.snapshot()),
                    snapshot.kind(),
                    filed.isNew() ? State.FILED : State.THERE,
                    reading.observations().size(),
                    reading.issues().size(),
                    null);
        } catch (InputException e) {
            return new Imported(
                    SnapshotId.of(snapshot), snapshot.kind(), State.REFUSED, 0, 0, String.valueOf(e.getMessage()));
        }
    }

    static void requireKind(String kind) {
        if (SourceKinds.find(kind).isEmpty()) {
            throw new UsageException("The kind %s is unknown. Maybe one of these was meant: %s."
                    .formatted(kind, String.join(", ", SourceKinds.listKinds())));
        }
    }
}
