package org.warmplan.history.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Observation;

/** Every type of observation has a table that gives back what was put in. */
final class RecordTableTest {
    private static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");
    private static final int MANY = 300;

    @TempDir
    private Path folder;

    static Stream<Class<?>> types() {
        return Stream.of(Observation.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("types")
    void aRecordComesBackAsItWas(Class<?> type) {
        RecordTable<?> table = new ObservationTables().of(type);
        RandomRecords records = new RandomRecords(new Random(type.getName().hashCode()));
        List<Observation> given = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            given.add(records.observation(type, SEEN));
        }
        List<Object> back = new Database(folder.resolve("x.db")).use(handle -> {
            Contents contents = new Contents(handle, ContentId::of);
            List<Long> ids = given.stream().map(contents::idOf).toList();
            contents.flush();
            List<Object> found = new ArrayList<>();
            ids.forEach(id -> found.add(handle.createQuery(table.select(RecordTable.ID + " = ?"))
                    .bind(0, id)
                    .map((row, context) -> (Object) table.dated(table.read(row), SEEN))
                    .one()));
            return found;
        });

        assertThat(back).isEqualTo(given);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theTableHasAColumnPerComponentOfThatForm(Class<?> type) {
        RecordTable<?> table = new ObservationTables().of(type);
        assertThat(columns(table.name())).isEqualTo(withId(table));
    }

    @Test
    void issuesHaveATableToo() {
        RecordTable<DataIssue> table = RecordTable.of(DataIssue.class);
        assertThat(columns(table.name())).isEqualTo(withId(table));
    }

    private static Map<String, String> withId(RecordTable<?> table) {
        Map<String, String> columns = new LinkedHashMap<>(Map.of("id", "BIGINT"));
        columns.putAll(table.columns());
        return columns;
    }

    private Map<String, String> columns(String table) {
        return new Database(folder.resolve("y.db")).use(handle -> {
            Map<String, String> columns = new LinkedHashMap<>();
            handle.createQuery("PRAGMA table_info(" + table + ")")
                    .map((row, context) -> columns.put(row.getString("name"), row.getString("type")))
                    .list();
            return columns;
        });
    }

    @Test
    void twoContentsWithOneNumberAreRefused() {
        RandomRecords records = new RandomRecords(new Random(1));
        Database database = new Database(folder.resolve("z.db"));
        Observation first = records.observation(SEEN);
        Observation second = records.observation(SEEN);

        assertThat(first).isNotEqualTo(second);
        assertThatThrownBy(() -> database.use(handle -> {
                    Contents contents = new Contents(handle, text -> 7);
                    contents.idOf(first);
                    contents.flush();
                    return new Contents(handle, text -> 7).idOf(second);
                }))
                .isInstanceOf(CollidingIds.class);
        assertThatThrownBy(() -> database.use(handle -> {
                    Contents contents = new Contents(handle, text -> 8);
                    contents.idOf(first);
                    return contents.idOf(second);
                }))
                .isInstanceOf(CollidingIds.class);
    }

    @Test
    void theSameContentSeenAgainHasTheSameNumber() {
        Observation once = new RandomRecords(new Random(2)).observation(SEEN);
        Observation again = new RandomRecords(new Random(2)).observation(SEEN.plusSeconds(3600));
        List<Long> ids = new Database(folder.resolve("w.db")).use(handle -> {
            long first = new Contents(handle, ContentId::of).idOf(once);
            return List.of(first, new Contents(handle, ContentId::of).idOf(again));
        });

        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }
}
