package org.warmplan.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.fleet.CardClass;

/**
 * A curve as a problem file has it: by units, the coarsest in which every class brings whole ones.
 *
 * @param units what a replica brings, by class; empty where that is 1 everywhere
 * @param marginal gwei per week of the first, second ... unit; never rises
 */
record UnitCurve(SortedMap<String, Integer> units, List<Long> marginal) {
    UnitCurve {
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
        marginal = List.copyOf(marginal);
    }

    /**
     * Writes a curve in units.
     *
     * @param coldWorth gwei per week that it would earn cold in a free slot anyway
     */
    static UnitCurve of(Curve curve, SortedMap<String, CardClass> classes, long coldWorth) {
        int common = Curve.REFERENCE_UNITS;
        for (CardClass card : classes.values()) {
            common = gcd(common, curve.unitsOn(card.gpuName()));
        }
        SortedMap<String, Integer> units = new TreeMap<>();
        for (String id : classes.keySet()) {
            units.put(id, curve.unitsOn(classes.get(id).gpuName()) / common);
        }
        int each = Curve.REFERENCE_UNITS / common;
        List<Long> marginal = new ArrayList<>();
        for (long replica : Concave.net(curve.marginal(), coldWorth)) {
            // The few gwei of the division are let go, so that no unit is worth more than one before it.
            marginal.addAll(Collections.nCopies(replica / each > 0 ? each : 0, replica / each));
        }
        boolean plain = units.values().stream().allMatch(u -> u == 1);
        return new UnitCurve(plain ? new TreeMap<>() : units, marginal);
    }

    private static int gcd(int a, int b) {
        return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).intValue();
    }
}
