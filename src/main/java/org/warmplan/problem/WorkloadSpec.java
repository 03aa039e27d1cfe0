package org.warmplan.problem;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A workload with what it needs and what it brings.
 *
 * @param vramMib need by class; a class that is missing cannot host it
 * @param units what one replica adds to the value curve, by class; 1 where missing
 * @param linear gwei per week per replica by class, of any sign; 0 where missing
 * @param marginal gwei per week of the first, second ... unit; never rises, 0 past its end
 * @param maxReplicas {@link Integer#MAX_VALUE} for no limit
 * @param changeCost gwei per replica added on a card that does not hold it now
 */
public record WorkloadSpec(
        String id,
        SortedMap<String, Long> vramMib,
        SortedMap<String, Integer> units,
        SortedMap<String, Long> linear,
        List<Long> marginal,
        int minReplicas,
        int maxReplicas,
        long changeCost) {
    public WorkloadSpec {
        Limits.id("workload", id);
        vramMib = copy(vramMib);
        units = copy(units);
        linear = copy(linear);
        marginal = List.copyOf(marginal);
        vramMib.values().forEach(v -> Limits.amount("vramMib of workload " + id, v));
        units.values().forEach(v -> Limits.between("units of workload " + id, v, 1, Limits.MAX_UNITS));
        linear.values()
                .forEach(v -> Limits.between("linear of workload " + id, v, -Limits.MAX_AMOUNT, Limits.MAX_AMOUNT));
        Limits.falling("marginal of workload " + id, marginal);
        Limits.between("minReplicas of workload " + id, minReplicas, 0, Integer.MAX_VALUE);
        Limits.between("maxReplicas of workload " + id, maxReplicas, 0, Integer.MAX_VALUE);
        Limits.amount("changeCost of workload " + id, changeCost);
    }

    /** Units one replica brings on a class. */
    public int unitsOn(String gpuClass) {
        return units.getOrDefault(gpuClass, 1);
    }

    /** Gwei per week one replica brings on a class besides the curve. */
    public long linearOn(String gpuClass) {
        return linear.getOrDefault(gpuClass, 0L);
    }

    private static <V> SortedMap<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
