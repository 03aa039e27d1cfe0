package org.warmplan.history.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Observation;
import org.warmplan.history.SnapshotFile;
import org.warmplan.history.SnapshotId;
import org.warmplan.history.SnapshotLook;
import org.warmplan.history.SnapshotReaders;
import org.warmplan.history.SnapshotStore;

/** Makes the index know the files that are there, and nothing else. */
final class Healing {
    private static final int AT_ONCE = 100;
    private static final int MANY = 1000;
    private static final String SEEN =
            "INSERT INTO \"seen\" (\"snapshot\", \"position\", \"observation\") VALUES (?, ?, ?)";
    private static final String SEEN_ISSUE =
            "INSERT INTO \"seen_issue\" (\"snapshot\", \"position\", \"issue\", \"times\") VALUES (?, ?, ?, ?)";

    private final Handle handle;
    private final SnapshotStore store;
    private final SnapshotReaders readers;
    private final Contents contents;

    Healing(Handle handle, SnapshotStore store, SnapshotReaders readers) {
        this.handle = handle;
        this.store = store;
        this.readers = readers;
        this.contents = new Contents(handle, ContentId::of);
    }

    /** Reads what is new and forgets what is gone; {@code notes} is told when that takes a while. */
    void heal(Consumer<String> notes) {
        requireReaders();
        Map<SnapshotId, Long> indexed = indexed();
        List<SnapshotId> files = store.list(Instant.MAX);
        Set<SnapshotId> old = new HashSet<>(indexed.keySet());
        old.removeAll(new HashSet<>(files));
        old.addAll(changed());
        if (!old.isEmpty()) {
            new Forgetting(handle).forget(old.stream().map(SnapshotRow::number).toList());
        }
        List<SnapshotId> missing = files.stream()
                .filter(id -> old.contains(id) || !indexed.containsKey(id))
                .toList();
        if (missing.size() >= MANY) {
            notes.accept("Indexing %d snapshots; this happens once.".formatted(missing.size()));
        }
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            List<SnapshotId> some = missing.subList(from, Math.min(missing.size(), from + AT_ONCE));
            handle.useTransaction(transaction -> some.forEach(this::add));
        }
    }

    private void requireReaders() {
        String signature = readers.signature();
        String found = handle.createQuery("SELECT \"value\" FROM \"meta\" WHERE \"name\" = 'readers'")
                .mapTo(String.class)
                .findOne()
                .orElse(null);
        if (found == null) {
            handle.createUpdate("INSERT INTO \"meta\" (\"name\", \"value\") VALUES ('readers', ?)")
                    .bind(0, signature)
                    .execute();
        } else if (!found.equals(signature)) {
            throw new DamagedIndex("was made by another version");
        }
    }

    private Map<SnapshotId, Long> indexed() {
        Map<SnapshotId, Long> indexed = new HashMap<>();
        handle.createQuery("SELECT \"id\", \"source\", \"filed\" FROM \"snapshot\"")
                .map((row, context) -> indexed.put(
                        new SnapshotId(row.getString(2), Instant.ofEpochSecond(row.getLong(3))), row.getLong(1)))
                .list();
        return indexed;
    }

    /** Files that could not be read and have changed since: somebody may have mended them. */
    private List<SnapshotId> changed() {
        return SnapshotRow.select(handle, "\"state\" = 'UNREADABLE'").stream()
                .filter(row -> !store.look(row.id()).equals(row.file()))
                .map(SnapshotRow::id)
                .toList();
    }

    private void add(SnapshotId id) {
        SnapshotFile file = store.look(id);
        SnapshotLook look = SnapshotLook.at(store, readers, id);
        SnapshotRow row = SnapshotRow.of(look, file, store.name(id));
        row.insert(handle);
        try (PreparedBatch seen = handle.prepareBatch(SEEN);
                PreparedBatch issues = handle.prepareBatch(SEEN_ISSUE)) {
            int position = 0;
            for (Observation observation : look.reading().observations()) {
                requireDate(row, observation);
                seen.bind(0, row.number())
                        .bind(1, position++)
                        .bind(2, contents.idOf(observation))
                        .add();
            }
            position = 0;
            for (Run run : Run.of(look.reading().issues())) {
                issues.bind(0, row.number())
                        .bind(1, position++)
                        .bind(2, contents.idOf(run.issue()))
                        .bind(3, run.times())
                        .add();
            }
            contents.flush();
            seen.execute();
            issues.execute();
        }
    }

    private static void requireDate(SnapshotRow row, Observation observation) {
        if (!observation.seenAt().equals(row.instant())) {
            throw new IllegalStateException("The reader of %s must date what it reads %s, not %s: %s"
                    .formatted(row.kind(), row.instant(), observation.seenAt(), observation));
        }
    }

    /** The same issue so many times in a row. */
    private record Run(DataIssue issue, int times) {
        static List<Run> of(List<DataIssue> issues) {
            List<Run> runs = new ArrayList<>();
            for (DataIssue issue : issues) {
                int last = runs.size() - 1;
                if (last >= 0 && runs.get(last).issue().equals(issue)) {
                    runs.set(last, new Run(issue, runs.get(last).times() + 1));
                } else {
                    runs.add(new Run(issue, 1));
                }
            }
            return runs;
        }
    }
}
