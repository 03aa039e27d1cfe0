package org.warmplan.value;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.files.Fields;

/**
 * The assumptions behind values: the section {@code value} of policy.yaml, where each is explained.
 *
 * @param scenarios equally likely demands that income is averaged over, 1 to 10,000
 * @param risk how far the worst fifth of them counts instead of all, 0 to 1
 * @param coldServed part of the requests that wait for a cold model to load, 0 to 1
 * @param advertisedFactor what an advertised price is of the configured one, 1 to 10
 * @param speeds how fast cards are by name, as a factor of the card that job seconds are for
 */
public record ValuePolicy(
        int scenarios, double risk, double coldServed, double advertisedFactor, SortedMap<String, Double> speeds) {
    /** What is valued without a policy file: as shipped. */
    public static final ValuePolicy SHIPPED = new ValuePolicy(200, 0.2, 0.5, 1.05, new TreeMap<>());

    private static final BigDecimal SLOWEST = new BigDecimal("0.05");
    private static final BigDecimal FASTEST = BigDecimal.valueOf(20);

    public ValuePolicy {
        speeds = Collections.unmodifiableSortedMap(new TreeMap<>(speeds));
    }

    /** Reads the section. */
    public static ValuePolicy of(Fields value) {
        SortedMap<String, Double> speeds = new TreeMap<>();
        value.findObject("speeds")
                .ifPresent(section -> section.names()
                        .forEach(name -> speeds.put(
                                name, section.number(name, SLOWEST, FASTEST).doubleValue())));
        ValuePolicy policy = new ValuePolicy(
                (int) value.integer("scenarios", 1, 10_000),
                value.number("risk", BigDecimal.ZERO, BigDecimal.ONE).doubleValue(),
                value.number("coldServed", BigDecimal.ZERO, BigDecimal.ONE).doubleValue(),
                value.number("advertisedFactor", BigDecimal.ONE, BigDecimal.TEN).doubleValue(),
                speeds);
        value.end();
        return policy;
    }

    /** How fast a card is; 1 where nothing says. */
    double speedOf(String gpuName) {
        return speeds.getOrDefault(gpuName, 1.0);
    }
}
