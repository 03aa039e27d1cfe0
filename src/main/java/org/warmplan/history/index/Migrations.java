package org.warmplan.history.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;

/**
 * Brings the tables of a database to the form this version works with. Flyway is only started when there is something to
 * do or to complain about: that takes longer than a usual answer.
 */
final class Migrations {
    /** In their order. A change to one that was published makes every index anew; a new one keeps what is indexed. */
    static final List<String> FILES = List.of("V1__what_snapshots_say.sql");

    private static final String FOLDER = "classpath:org/warmplan/history/index";
    private static final String TABLE = "flyway_schema_history";

    private Migrations() {}

    static void run(Handle handle, DataSource source) {
        if (!isCurrent(handle)) {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .locations(FOLDER)
                    .table(TABLE)
                    .load()
                    .migrate();
        }
    }

    /** Whether just our migrations were applied, all of them and as they are now. */
    static boolean isCurrent(Handle handle) {
        if (!hasTable(handle)) {
            return false;
        }
        List<String> applied = handle.createQuery("SELECT \"script\", \"checksum\", \"success\" FROM \"" + TABLE
                        + "\" ORDER BY \"installed_rank\"")
                .map((row, context) -> row.getString(1) + " " + row.getInt(2) + " " + row.getBoolean(3))
                .list();
        return applied.equals(FILES.stream()
                .map(file -> file + " " + checksum(file) + " true")
                .toList());
    }

    private static boolean hasTable(Handle handle) {
        try (ResultSet tables = handle.getConnection().getMetaData().getTables(null, null, TABLE, null)) {
            return tables.next();
        } catch (SQLException e) {
            throw new DamagedIndex("cannot be used: " + e.getMessage(), e);
        }
    }

    /** As Flyway counts it: over the lines without their ends. */
    private static int checksum(String file) {
        try (InputStream stream = Migrations.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The program must hold " + file + ".");
            }
            CRC32 sum = new CRC32();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
            return (int) sum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
