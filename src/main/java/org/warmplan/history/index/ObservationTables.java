package org.warmplan.history.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.warmplan.domain.Observation;

/** A table for every type of observation. */
final class ObservationTables {
    private final Map<String, RecordTable<?>> byName = new TreeMap<>();
    private final Map<Class<?>, RecordTable<?>> byType = new HashMap<>();

    ObservationTables() {
        Arrays.stream(Observation.class.getPermittedSubclasses()).forEach(type -> {
            RecordTable<?> table = RecordTable.of(type.asSubclass(Record.class));
            byName.put(table.name(), table);
            byType.put(type, table);
        });
    }

    Collection<RecordTable<?>> list() {
        return byName.values();
    }

    RecordTable<?> of(Observation observation) {
        return of(observation.getClass());
    }

    RecordTable<?> of(Class<?> type) {
        RecordTable<?> table = byType.get(type);
        if (table == null) {
            throw new IllegalArgumentException(type + " must be an observation.");
        }
        return table;
    }

    /**
     * A table by its name.
     *
     * @throws DamagedIndex when there is none
     */
    RecordTable<?> named(String name) {
        RecordTable<?> table = byName.get(name);
        if (table == null) {
            throw new DamagedIndex("names a type " + name + " that there is not");
        }
        return table;
    }
}
