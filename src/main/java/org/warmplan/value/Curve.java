package org.warmplan.value;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.Gwei;

/**
 * What warm replicas of one workload earn.
 *
 * @param marginal gwei per week of the first, second ... replica on reference cards; never rises, ends where the next brings
 *     nothing
 * @param lows gwei per week of each of the first three replicas when demand and place among rivals turn out badly (one in
 *     ten); 0 for one that is not there
 * @param highs the same when they turn out well
 * @param units what a replica brings on other cards, by the card's name, in tenths of one on a reference card
 * @param cold what it would bring a cold entry, as long as nobody has it warm
 */
public record Curve(
        List<Long> marginal, List<Gwei> lows, List<Gwei> highs, SortedMap<String, Integer> units, ColdDemand cold) {
    /** Units of a replica on a reference card. */
    public static final int REFERENCE_UNITS = 10;

    /** Replicas that a range is given for. */
    static final int RANGES = 3;

    public static final Curve NOTHING = new Curve(List.of(), Gwei.ZERO, Gwei.ZERO);

    /**
     * What comes for a cold entry.
     *
     * @param gwei per week, if all of it were served
     * @param requests per week
     * @param busy containers kept busy, without loading
     */
    public record ColdDemand(double gwei, double requests, double busy) {
        public static final ColdDemand NONE = new ColdDemand(0, 0, 0);
    }

    public Curve {
        marginal = List.copyOf(marginal);
        lows = List.copyOf(lows);
        highs = List.copyOf(highs);
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    }

    /** A curve for reference cards only, with a range for the first replica. */
    public Curve(List<Long> marginal, Gwei low, Gwei high) {
        this(marginal, List.of(low), List.of(high), new TreeMap<>(), ColdDemand.NONE);
    }

    /** Gwei per week of the first replica when demand and place among rivals turn out badly. */
    public Gwei low() {
        return lows.isEmpty() ? Gwei.ZERO : lows.get(0);
    }

    /** Gwei per week of the first replica when they turn out well. */
    public Gwei high() {
        return highs.isEmpty() ? Gwei.ZERO : highs.get(0);
    }

    /** Units of a replica on a card, in tenths of one on a reference card. */
    public int unitsOn(String gpuName) {
        return units.getOrDefault(gpuName, REFERENCE_UNITS);
    }

    Curve withCold(ColdDemand demand) {
        return new Curve(marginal, lows, highs, units, demand);
    }
}
