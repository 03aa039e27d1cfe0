package org.warmplan.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.SnapshotReader;
import org.warmplan.domain.Window;

/** Answers what was seen, from the snapshots in a store. */
public final class History {
    private final SnapshotStore store;
    private final Collection<? extends SnapshotReader> readers;
    private final List<InputSnapshot> inputs = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<DataIssue> issues = new ArrayList<>();

    private History(SnapshotStore store, Collection<? extends SnapshotReader> readers) {
        this.store = store;
        this.readers = readers;
    }

    /**
     * Reads every snapshot of the window. One that is damaged, that its reader refuses, or of a kind that no reader
     * understands is passed over with an issue.
     */
    public static Observed observations(
            SnapshotStore store, Collection<? extends SnapshotReader> readers, Window window) {
        return observations(store, readers, window, source -> true);
    }

    /** Like {@link #observations(SnapshotStore, Collection, Window)}, from the sources whose names pass a test. */
    public static Observed observations(
            SnapshotStore store,
            Collection<? extends SnapshotReader> readers,
            Window window,
            Predicate<String> sources) {
        History history = new History(store, readers);
        store.list(window.to()).stream()
                .filter(id -> window.contains(id.instant()) && sources.test(id.source()))
                .forEach(history::read);
        history.observations.sort(Comparator.comparing(Observation::seenAt));
        return new Observed(history.inputs, history.observations, history.issues);
    }

    private void read(SnapshotId id) {
        try {
            Snapshot snapshot = store.get(id);
            Optional<? extends SnapshotReader> reader = readers.stream()
                    .filter(r -> r.kind().equals(snapshot.kind()))
                    .findFirst();
            if (reader.isEmpty()) {
                addIssue(
                        "kindUnknown",
                        id,
                        snapshot.kind(),
                        "A snapshot of a kind this version cannot read was skipped.");
                return;
            }
            Reading reading = reader.get().read(snapshot);
            inputs.add(InputSnapshot.of(snapshot));
            observations.addAll(reading.observations());
            issues.addAll(reading.issues());
        } catch (InputException e) {
            String reason = String.valueOf(e.getMessage());
            addIssue("snapshotUnreadable", id, reason, "A snapshot that cannot be read was skipped.");
        }
    }

    private void addIssue(String kind, SnapshotId id, String value, String message) {
        issues.add(new DataIssue(kind, id.source(), id.instant().toString(), value, message));
    }
}
