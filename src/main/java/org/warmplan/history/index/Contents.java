package org.warmplan.history.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Observation;

/**
 * Stores what snapshots say, each content once, and gives it its number. Contents met lately are known without a look
 * into the database.
 */
final class Contents {
    private static final int KNOWN = 50_000;
    private static final String OBSERVATION = "INSERT INTO \"observation\" (\"id\", \"type\") VALUES (?, ?)";

    private final Handle handle;
    private final ObservationTables observations = new ObservationTables();
    private final RecordTable<DataIssue> issues = RecordTable.of(DataIssue.class);
    private final ToLongFunction<String> number;
    private final Map<Object, Long> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Long> eldest) {
            return size() > KNOWN;
        }
    };
    private final Map<RecordTable<?>, PreparedBatch> batches = new LinkedHashMap<>();
    private final Map<Long, Object> pending = new LinkedHashMap<>();
    private final List<NewObservation> fresh = new ArrayList<>();

    private record NewObservation(long id, String type) {}

    /** {@code number}: from a content's text to its number, usually {@link ContentId#of(String)}. */
    Contents(Handle handle, ToLongFunction<String> number) {
        this.handle = handle;
        this.number = number;
    }

    /** The number of an observation's content; it is stored by the next {@link #flush} at the latest. */
    long idOf(Observation observation) {
        RecordTable<?> table = observations.of(observation);
        return idOf(table, table.dated(observation, Instant.EPOCH), true);
    }

    /** The number of an issue. */
    long idOf(DataIssue issue) {
        return idOf(issues, issue, false);
    }

    private long idOf(RecordTable<?> table, Object content, boolean isObservation) {
        Long met = known.get(content);
        if (met != null) {
            return met;
        }
        List<@Nullable Object> values = table.values(content);
        long id =
                number.applyAsLong(ContentId.text(table.name(), table.columns().keySet(), values));
        Object stored = stored(table, id, isObservation);
        if (stored == null) {
            store(table, id, values, isObservation);
            pending.put(id, content);
        } else if (!stored.equals(content)) {
            throw new CollidingIds(id);
        }
        known.put(content, id);
        return id;
    }

    private @Nullable Object stored(RecordTable<?> table, long id, boolean isObservation) {
        Object waiting = pending.get(id);
        if (waiting != null) {
            return waiting;
        }
        if (isObservation) {
            String type = handle.createQuery("SELECT \"type\" FROM \"observation\" WHERE \"id\" = ?")
                    .bind(0, id)
                    .mapTo(String.class)
                    .findOne()
                    .orElse(null);
            if (type == null) {
                return null;
            }
            if (!type.equals(table.name())) {
                throw new CollidingIds(id);
            }
        }
        return handle.createQuery(table.select(RecordTable.ID + " = ?"))
                .bind(0, id)
                .map((row, context) -> (Object) table.dated(table.read(row), Instant.EPOCH))
                .findOne()
                .orElse(null);
    }

    private void store(RecordTable<?> table, long id, List<@Nullable Object> values, boolean isObservation) {
        PreparedBatch batch = batches.computeIfAbsent(table, t -> handle.prepareBatch(t.insert()));
        batch.bind(0, id);
        for (int i = 0; i < values.size(); i++) {
            batch.bind(i + 1, values.get(i));
        }
        batch.add();
        if (isObservation) {
            fresh.add(new NewObservation(id, table.name()));
        }
    }

    /** Writes what waits to be stored. */
    void flush() {
        if (!fresh.isEmpty()) {
            try (PreparedBatch batch = handle.prepareBatch(OBSERVATION)) {
                fresh.forEach(one -> batch.bind(0, one.id()).bind(1, one.type()).add());
                batch.execute();
            }
        }
        batches.values().forEach(batch -> {
            batch.execute();
            batch.close();
        });
        fresh.clear();
        batches.clear();
        pending.clear();
    }
}
