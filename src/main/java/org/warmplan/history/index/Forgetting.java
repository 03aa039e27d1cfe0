package org.warmplan.history.index;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.warmplan.domain.DataIssue;

/** Takes snapshots out of the index, and of what they said all that no other snapshot says. */
final class Forgetting {
    private final Handle handle;

    Forgetting(Handle handle) {
        this.handle = handle;
    }

    void forget(Collection<Long> snapshots) {
        handle.useTransaction(transaction -> {
            Set<Long> observations = only(snapshots, "seen", "observation");
            Set<Long> issues = only(snapshots, "seen_issue", "issue");
            delete("seen", "snapshot", snapshots);
            delete("seen_issue", "snapshot", snapshots);
            delete("snapshot", "id", snapshots);
            types(observations).forEach((type, ids) -> delete(type, "id", ids));
            delete("observation", "id", observations);
            delete(RecordTable.of(DataIssue.class).name(), "id", issues);
        });
    }

    /** What these snapshots say and no other does. */
    private Set<Long> only(Collection<Long> snapshots, String links, String said) {
        Set<Long> only = new HashSet<>();
        Numbers.in(
                "snapshot",
                snapshots,
                condition -> only.addAll(handle.createQuery(
                                "SELECT DISTINCT \"%s\" FROM \"%s\" WHERE %s".formatted(said, links, condition))
                        .mapTo(Long.class)
                        .list()));
        Set<Long> gone = new HashSet<>(snapshots);
        return handle.createQuery("SELECT \"snapshot\", \"%s\" FROM \"%s\"".formatted(said, links))
                .scanResultSet((rows, context) -> {
                    var row = rows.get();
                    while (!only.isEmpty() && row.next()) {
                        if (!gone.contains(row.getLong(1))) {
                            only.remove(row.getLong(2));
                        }
                    }
                    return only;
                });
    }

    private Map<String, Set<Long>> types(Set<Long> observations) {
        Map<String, Set<Long>> types = new TreeMap<>();
        Numbers.in(
                "id",
                observations,
                condition -> handle.createQuery("SELECT \"type\", \"id\" FROM \"observation\" WHERE " + condition)
                        .map((row, context) -> types.computeIfAbsent(row.getString(1), type -> new TreeSet<>())
                                .add(row.getLong(2)))
                        .list());
        return types;
    }

    private void delete(String table, String column, Collection<Long> ids) {
        Numbers.in(
                column,
                ids,
                condition -> handle.createUpdate("DELETE FROM \"%s\" WHERE %s".formatted(table, condition))
                        .execute());
    }
}
