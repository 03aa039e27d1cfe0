package org.warmplan.history.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Snapshot;
import org.warmplan.history.FiledSnapshot;
import org.warmplan.history.InputSnapshot;
import org.warmplan.history.SnapshotFile;
import org.warmplan.history.SnapshotHash;
import org.warmplan.history.SnapshotId;
import org.warmplan.history.SnapshotLook;
import org.warmplan.history.SnapshotLook.Problem;

/**
 * What the index knows of a snapshot.
 *
 * @param instant as in the envelope; the filed one when that cannot be read
 * @param problem why it says nothing, with {@value #FILE} for its file's name; null when it says something
 */
record SnapshotRow(
        long number,
        SnapshotId id,
        String kind,
        Instant instant,
        String sha256,
        int parts,
        SnapshotFile file,
        @Nullable Problem problem,
        int observations,
        int issues) {
    /** The same snapshots under another path give the same index. */
    private static final String FILE = "\u0000";

    private static final String READ = "READ";
    private static final String COLUMNS = """
            "id", "source", "filed", "kind", "instant", "sha256", "parts", "bytes", "modified", "state", "problem", \
            "observations", "issues\"""";

    static SnapshotRow of(SnapshotLook look, SnapshotFile file, String fileName) {
        Snapshot snapshot = look.snapshot();
        Problem problem = look.problem();
        return new SnapshotRow(
                number(look.id()),
                look.id(),
                snapshot == null ? "" : snapshot.kind(),
                snapshot == null ? look.id().instant() : snapshot.instant(),
                snapshot == null ? "" : SnapshotHash.of(snapshot),
                snapshot == null ? 0 : snapshot.parts().size(),
                file,
                problem == null
                        ? null
                        : new Problem(problem.kind(), problem.value().replace(fileName, FILE)),
                look.reading().observations().size(),
                look.reading().issues().size());
    }

    static long number(SnapshotId id) {
        return ContentId.of(id.source() + "\n" + id.instant());
    }

    /** All rows, or those of {@code where}, a condition with {@code ?} for the numbers that follow. */
    static List<SnapshotRow> select(Handle handle, String where, long... numbers) {
        var query = handle.createQuery("SELECT " + COLUMNS + " FROM \"snapshot\" WHERE " + where);
        for (int i = 0; i < numbers.length; i++) {
            query.bind(i, numbers[i]);
        }
        return query.map((row, context) -> of(row)).list();
    }

    private static SnapshotRow of(ResultSet row) throws SQLException {
        try {
            return read(row);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DamagedIndex("holds what it never was told in its table snapshot", e);
        }
    }

    private static SnapshotRow read(ResultSet row) throws SQLException {
        int at = 1;
        long number = row.getLong(at++);
        SnapshotId id = new SnapshotId(row.getString(at++), Instant.ofEpochSecond(row.getLong(at++)));
        String kind = EscapedText.undone(row.getString(at++));
        Instant instant = Instant.parse(row.getString(at++));
        String sha256 = row.getString(at++);
        int parts = row.getInt(at++);
        SnapshotFile file = new SnapshotFile(row.getLong(at++), row.getLong(at++));
        String state = row.getString(at++);
        String problem = row.getString(at++);
        return new SnapshotRow(
                number,
                id,
                kind,
                instant,
                sha256,
                parts,
                file,
                problem == null ? null : new Problem(Problem.Kind.valueOf(state), EscapedText.undone(problem)),
                row.getInt(at++),
                row.getInt(at));
    }

    void insert(Handle handle) {
        try (Update insert =
                handle.createUpdate("INSERT INTO \"snapshot\" (" + COLUMNS + ") VALUES (?" + ", ?".repeat(12) + ")")) {
            int at = 0;
            insert.bind(at++, number)
                    .bind(at++, id.source())
                    .bind(at++, id.instant().getEpochSecond())
                    .bind(at++, EscapedText.of(kind))
                    .bind(at++, instant.toString())
                    .bind(at++, sha256)
                    .bind(at++, parts)
                    .bind(at++, file.bytes())
                    .bind(at++, file.modified())
                    .bind(at++, problem == null ? READ : problem.kind().name())
                    .bind(at++, problem == null ? null : EscapedText.of(problem.value()))
                    .bind(at++, observations)
                    .bind(at, issues)
                    .execute();
        }
    }

    /** The problem in the words it had. */
    @Nullable
    Problem problem(String fileName) {
        return problem == null
                ? null
                : new Problem(problem.kind(), problem.value().replace(FILE, fileName));
    }

    InputSnapshot input() {
        return new InputSnapshot(id.source(), kind, instant, sha256);
    }

    FiledSnapshot listed(String fileName) {
        Problem told = problem(fileName);
        return new FiledSnapshot(
                id, kind, sha256, parts, file.bytes(), observations, issues, told == null ? null : told.text());
    }
}
