package org.warmplan.history.index;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.warmplan.domain.Address;
import org.warmplan.domain.SeenGpu;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;

/**
 * How the values of one Java type stand in a column. Whole numbers and truth stand as such, all else as text that gives
 * the very same value back. Doubles are text too: SQLite knows neither "not a number" nor minus zero.
 *
 * @param write from the Java value to a {@code Long}, a {@code Boolean} or a {@code String}
 * @param read the way back
 */
record ColumnForm(String sql, Function<Object, Object> write, Function<Object, Object> read) {
    static final String NUMBER = "BIGINT";
    static final String TRUTH = "BOOLEAN";
    static final String TEXT = "TEXT";

    private static final Map<Type, ColumnForm> FORMS = Map.of(
            long.class, same(NUMBER),
            Long.class, same(NUMBER),
            boolean.class, same(TRUTH),
            String.class, text(value -> (String) value, text -> text),
            double.class, text(Object::toString, Double::valueOf),
            Instant.class, text(Object::toString, Instant::parse),
            BigDecimal.class, text(ColumnForm::decimal, BigDecimal::new),
            Address.class, text(value -> ((Address) value).value(), Address::new),
            Workload.class, text(value -> ((Workload) value).id(), ColumnForm::workload),
            UnitPrice.class, text(ColumnForm::price, ColumnForm::price));

    /**
     * The form of a record component's type.
     *
     * @throws IllegalArgumentException when it has none yet
     */
    static ColumnForm of(Type type) {
        ColumnForm form = FORMS.get(type);
        if (form != null) {
            return form;
        }
        if (type instanceof Class<?> named && named.isEnum()) {
            return text(value -> ((Enum<?>) value).name(), text -> constant(named, text));
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type item = list.getActualTypeArguments()[0];
            if (item == String.class) {
                return text(ListText::ofTexts, ListText::texts);
            }
            if (item == SeenGpu.class) {
                return text(ListText::ofGpus, ListText::gpus);
            }
        }
        throw new IllegalArgumentException("The type " + type + " must have a form in a column.");
    }

    private static ColumnForm same(String sql) {
        return new ColumnForm(sql, value -> value, value -> value);
    }

    private static ColumnForm text(Function<Object, String> write, Function<String, Object> read) {
        return new ColumnForm(
                TEXT,
                value -> EscapedText.of(write.apply(value)),
                text -> read.apply(EscapedText.undone((String) text)));
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " must be one of " + type + "."));
    }

    /** Plain, but for tens that are not counted one by one: plain text would lose how exact they are. */
    private static String decimal(Object value) {
        BigDecimal decimal = (BigDecimal) value;
        return decimal.scale() < 0 ? decimal.toString() : decimal.toPlainString();
    }

    private static Workload workload(String id) {
        return Workload.find(id).orElseThrow(() -> new IllegalArgumentException(id + " must be a workload."));
    }

    private static String price(Object value) {
        UnitPrice price = (UnitPrice) value;
        return price.wei() + "/" + price.units();
    }

    private static UnitPrice price(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(text + " must be wei/units.");
        }
        return new UnitPrice(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }
}
