package org.warmplan.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.problem.WorkloadSpec;

/**
 * A workload as the network asks for it.
 *
 * @param load reference replicas that are busy on average
 * @param ahead servers of rivals that are asked before ours
 * @param worth gwei per week of a reference replica that never idles
 * @param units what a replica brings to the curve, by class
 * @param spec with the curve of today
 */
record DrawnWorkload(double load, int ahead, double worth, SortedMap<String, Integer> units, WorkloadSpec spec) {
    /** Tenths of a reference card. */
    static final int REFERENCE_UNITS = 10;

    private static final int FEWEST_UNITS = 6;
    private static final int MOST_UNITS = 30;
    private static final int LONGEST_CURVE = 60_000;
    private static final double WORTH_GWEI = 3e6;
    private static final double WORTH_SPREAD = 1;
    private static final double LEAST_MIB = 2_900;
    private static final double MOST_MIB = 43_000;
    private static final double NOT_ON_CLASS = 0.06;
    private static final double PLAIN = 0.2;
    private static final double MOST_CHANGE = 0.02;

    static String id(int number) {
        return String.format(Locale.ROOT, "w%03d", number);
    }

    static DrawnWorkload of(int number, double load, Size size, List<DrawnClass> classes, Draw draw) {
        double worth = WORTH_GWEI * draw.factor(WORTH_SPREAD);
        int ahead = draw.chance(0.5) ? 0 : draw.whole(0, (int) Math.ceil(load / 2));
        SortedMap<String, Long> vram = vram(size, classes, draw);
        boolean plain = size.unitsOne() || draw.chance(PLAIN);
        SortedMap<String, Integer> units = new TreeMap<>();
        SortedMap<String, Long> linear = new TreeMap<>();
        DrawnClass best = vram.keySet().stream()
                .map(c -> kind(classes, c))
                .max((a, b) -> Double.compare(a.speed(), b.speed()))
                .orElseThrow();
        for (DrawnClass kind : classes) {
            if (!plain) {
                int tenths = (int) Math.round(REFERENCE_UNITS * kind.speed() * draw.between(0.85, 1.15));
                units.put(kind.id(), Math.max(FEWEST_UNITS, Math.min(MOST_UNITS, tenths)));
            }
            double lost = worth * Math.max(0, kind.power() - best.power()) * draw.between(0.5, 1.5);
            linear.put(kind.id(), kind.equals(best) ? 0 : -Math.round(lost));
        }
        long change = Math.round(worth * draw.between(0, MOST_CHANGE));
        WorkloadSpec spec = new WorkloadSpec(
                id(number),
                vram,
                units,
                linear,
                curve(load, ahead, worth, plain ? 1 : REFERENCE_UNITS),
                0,
                Integer.MAX_VALUE,
                change);
        return new DrawnWorkload(load, ahead, worth, units, spec);
    }

    /** The curve that a demand of another week had. */
    List<Long> curveAt(double otherLoad, double otherWorth) {
        return curve(otherLoad, ahead, otherWorth, units.isEmpty() ? 1 : REFERENCE_UNITS);
    }

    /** Gwei per week by unit; a replica's worth is spread evenly over its units, as the planner itself writes it. */
    private static List<Long> curve(double load, int ahead, double worth, int each) {
        Erlang servers = new Erlang(load);
        for (int rival = 0; rival < ahead; rival++) {
            servers.next();
        }
        List<Long> marginal = new ArrayList<>();
        long before = Long.MAX_VALUE;
        while (marginal.size() < LONGEST_CURVE) {
            long unit = Math.min(before, Math.round(worth * servers.next() / each));
            if (unit == 0) {
                break;
            }
            marginal.addAll(Collections.nCopies(each, unit));
            before = unit;
        }
        return marginal;
    }

    private static SortedMap<String, Long> vram(Size size, List<DrawnClass> classes, Draw draw) {
        double need = draw.ratio(LEAST_MIB, MOST_MIB);
        SortedMap<String, Long> vram = new TreeMap<>();
        for (DrawnClass kind : classes) {
            long here = Math.round(need * draw.between(0.95, 1.08));
            if (here <= kind.vramMib() && !draw.chance(NOT_ON_CLASS)) {
                long room = (kind.vramMib() - DrawnFleet.MOST_RESERVED_MIB)
                        / size.slots().high();
                vram.put(kind.id(), size.tight() ? here : Math.min(here, room));
            }
        }
        if (vram.isEmpty()) {
            DrawnClass usual = classes.get(0);
            vram.put(usual.id(), Math.round(LEAST_MIB));
        }
        return vram;
    }

    private static DrawnClass kind(List<DrawnClass> classes, String id) {
        return classes.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }
}
