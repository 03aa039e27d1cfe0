package org.warmplan.history.index;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table that records of one type stand in, a column per component. When an observation was seen is no part of what
 * it says and has no column.
 */
final class RecordTable<R> {
    static final String ID = "\"id\"";
    private static final String DATE = "seenAt";

    private final String name;
    private final Constructor<R> constructor;
    private final List<Part> parts;

    /** A component of the record; of the date only where it stands. */
    private record Part(RecordComponent component, @Nullable ColumnForm form, Map<Object, Object> read) {
        boolean isDate() {
            return form == null;
        }

        static Part of(RecordComponent component) {
            ColumnForm form = component.getName().equals(DATE) ? null : ColumnForm.of(component.getGenericType());
            return new Part(component, form, new HashMap<>());
        }
    }

    private RecordTable(Class<R> type) {
        name = snakeCase(type.getSimpleName());
        RecordComponent[] components = type.getRecordComponents();
        parts = Arrays.stream(components).map(Part::of).toList();
        try {
            constructor = type.getConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " must be a public record.", e);
        }
    }

    static <R extends Record> RecordTable<R> of(Class<R> type) {
        return new RecordTable<>(type);
    }

    /** Like {@code offer_count}. */
    String name() {
        return name;
    }

    /** The columns and their types but for the id, in the order of the components. */
    Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Part part : parts) {
            ColumnForm form = part.form();
            if (form != null) {
                columns.put(snakeCase(part.component().getName()), form.sql());
            }
        }
        return columns;
    }

    String insert() {
        return "INSERT INTO \"%s\" (%s, %s) VALUES (?%s)"
                .formatted(name, ID, quotedColumns(), ", ?".repeat(columns().size()));
    }

    /** Rows as {@link #read} takes them. */
    String select(String where) {
        return "SELECT %s, %s FROM \"%s\" WHERE %s".formatted(ID, quotedColumns(), name, where);
    }

    private String quotedColumns() {
        return columns().keySet().stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
    }

    /** What stands in the columns, in their order; null where the record has null. */
    List<@Nullable Object> values(Object subject) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Part part : parts) {
            ColumnForm form = part.form();
            if (form != null) {
                Object value = invoke(part.component(), subject);
                values.add(value == null ? null : form.write().apply(value));
            }
        }
        return values;
    }

    /** The same record with another date; records without a date as they are. */
    R dated(Object subject, Instant date) {
        Object[] arguments = new Object[parts.size()];
        for (int i = 0; i < arguments.length; i++) {
            Part part = parts.get(i);
            arguments[i] = part.isDate() ? date : invoke(part.component(), subject);
        }
        return construct(arguments);
    }

    /**
     * What the constructor takes, from a row of {@link #select}; the place of the date is empty. Equal texts give the
     * same object, so that what many rows share is read once.
     */
    @Nullable
    Object[] read(ResultSet row) throws SQLException {
        @Nullable Object[] arguments = new Object[parts.size()];
        int column = 2;
        for (int i = 0; i < arguments.length; i++) {
            Part part = parts.get(i);
            ColumnForm form = part.form();
            if (form != null) {
                Object stored = stored(row, column++, form);
                arguments[i] = stored == null ? null : part.read().computeIfAbsent(stored, s -> read(form, s));
            }
        }
        return arguments;
    }

    private Object read(ColumnForm form, Object stored) {
        try {
            return form.read().apply(stored);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DamagedIndex("holds what it never was told in its table " + name, e);
        }
    }

    private static @Nullable Object stored(ResultSet row, int column, ColumnForm form) throws SQLException {
        Object stored = switch (form.sql()) {
            case ColumnForm.NUMBER -> row.getLong(column);
            case ColumnForm.TRUTH -> row.getBoolean(column);
            default -> row.getString(column);
        };
        return row.wasNull() ? null : stored;
    }

    /** A record from what {@link #read} gave. */
    R dated(@Nullable Object[] arguments, Instant date) {
        @Nullable Object[] dated = arguments.clone();
        for (int i = 0; i < dated.length; i++) {
            if (parts.get(i).isDate()) {
                dated[i] = date;
            }
        }
        return construct(dated);
    }

    private R construct(@Nullable Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new DamagedIndex("holds what it never was told in its table " + name, e);
        }
    }

    private static @Nullable Object invoke(RecordComponent component, Object subject) {
        try {
            return component.getAccessor().invoke(subject);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record must tell its " + component.getName() + ".", e);
        }
    }

    private static String snakeCase(String name) {
        String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return spaced.toLowerCase(Locale.ROOT);
    }
}
