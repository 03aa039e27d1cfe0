package org.warmplan.history.index;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.SeenGpu;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;

/** Random observations of any type, with whatever a record of theirs may hold. */
final class RandomRecords {
    private static final String[] PIECES = {
        "", "a", "Z", "ß", "日本", "😀", "\\", "\\u0041", "\"", "'", "\n", "\t", "\0", "\ud800", "\udc00", "{}", "null",
        "%", "?", ":x", "<y>", " ", "0", "-1"
    };

    private static final List<Pipeline> PIPELINES = List.of(Pipeline.values());

    private final Random random;

    RandomRecords(Random random) {
        this.random = random;
    }

    /** Of any type. */
    Observation observation(Instant seenAt) {
        Class<?>[] types = Observation.class.getPermittedSubclasses();
        return observation(types[random.nextInt(types.length)], seenAt);
    }

    Observation observation(Class<?> type, Instant seenAt) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = components[i].getName().equals("seenAt") ? seenAt : value(components[i]);
        }
        try {
            return (Observation) type.getConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Cannot make a " + type, e);
        }
    }

    DataIssue issue(String source) {
        return new DataIssue(text(), source, text(), text().repeat(random.nextInt(20)), text());
    }

    private @Nullable Object value(RecordComponent component) {
        boolean nullable = Stream.of(component.getAnnotatedType().getAnnotations())
                .anyMatch(annotation -> annotation instanceof Nullable);
        return nullable && random.nextInt(3) == 0 ? null : value(component.getGenericType());
    }

    private Object value(Type type) {
        if (type == long.class || type == Long.class) {
            return number();
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == double.class) {
            double[] odd = {0, -0.0, 1, 0.1, Double.NaN, Double.MAX_VALUE, Double.MIN_VALUE, Double.NEGATIVE_INFINITY};
            return random.nextBoolean() ? odd[random.nextInt(odd.length)] : random.nextGaussian() * 1e9;
        } else if (type == String.class) {
            return text();
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
        } else if (type == BigDecimal.class) {
            return new BigDecimal(new BigInteger(80, random), random.nextInt(60) - 20);
        } else if (type == Address.class) {
            return new Address("0x" + "%040x".formatted(new BigInteger(160, random)));
        } else if (type == Workload.class) {
            return new Workload(PIPELINES.get(random.nextInt(PIPELINES.size())), "m/" + text());
        } else if (type == UnitPrice.class) {
            return new UnitPrice(new BigInteger(70, random), new BigInteger(40, random).add(BigInteger.ONE));
        } else if (type instanceof Class<?> named && named.isEnum()) {
            Object[] constants = named.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        } else if (type instanceof ParameterizedType list) {
            return IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> value(list.getActualTypeArguments()[0]))
                    .toList();
        } else if (type == SeenGpu.class) {
            return new SeenGpu(text(), text(), number(), number());
        }
        throw new AssertionError("No value for " + type);
    }

    private long number() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(10);
            case 2 -> random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE;
            default -> random.nextLong();
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
