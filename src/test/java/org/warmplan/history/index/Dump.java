package org.warmplan.history.index;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All that an index holds, each table's rows in order. */
final class Dump {
    private Dump() {}

    static Map<String, List<String>> of(Path data) {
        return new Database(data.resolve("history.db")).use(handle -> {
            Map<String, List<String>> dump = new TreeMap<>();
            handle.createQuery("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'flyway%'")
                    .mapTo(String.class)
                    .forEach(table -> dump.put(
                            table,
                            handle
                                    .createQuery("SELECT * FROM \"" + table + "\"")
                                    .map((row, context) -> String.join(
                                            "|",
                                            IntStream.rangeClosed(
                                                            1, row.getMetaData().getColumnCount())
                                                    .mapToObj(column -> cell(row, column))
                                                    .toList()))
                                    .stream()
                                    .sorted()
                                    .toList()));
            return dump;
        });
    }

    private static String cell(java.sql.ResultSet row, int column) {
        try {
            return String.valueOf(row.getString(column));
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }
}
