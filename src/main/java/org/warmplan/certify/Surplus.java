package org.warmplan.certify;

import java.util.ArrayList;
import java.util.List;

/**
 * What a workload brings beyond the prices of its replicas at best, S_w of DESIGN "Bound", by choosing how many
 * replicas of each class to have.
 */
final class Surplus {
    /** Up to so many cells the limits on replicas hold exactly; beyond, as the least and most units they allow. */
    private static final long MOST_CELLS = 10_000_000;

    private final Curve curve;
    private final List<Supply> supplies;
    private final long min;
    private final long max;
    private final long all;

    /**
     * Replicas that can be had on one class.
     *
     * @param units of each
     * @param price of each, in 1/scale gwei
     * @param most of them, N_c
     */
    record Supply(int units, long price, long most) {}

    private Surplus(Curve curve, List<Supply> supplies, long min, long max) {
        this.curve = curve;
        this.supplies = supplies.stream().filter(s -> s.most() > 0).toList();
        this.min = min;
        this.max = max;
        this.all = this.supplies.stream().mapToLong(Supply::most).sum();
    }

    /**
     * The most that further replicas bring, in 1/scale gwei.
     *
     * @param curve what the units bring, from those on that are there already
     * @param min replicas that must come at least
     * @param max replicas that may come at most; below {@code min} there is no way
     * @return {@link Exact#NONE} when the limits allow no number of replicas
     */
    static Exact of(Curve curve, List<Supply> supplies, long min, long max) {
        return new Surplus(curve, supplies, Math.max(0, min), max).best();
    }

    private Exact best() {
        if (min > max || min > all) {
            return Exact.NONE;
        }
        if (min == 0 && max >= all) {
            return unbounded(0, 0);
        }
        if (1 + units() <= MOST_CELLS / (1 + Math.min(max, all))) {
            return max >= all || isAmple()
                    ? unbounded(min, 0)
                    : table(supplies).fill(new SurplusTable.Side(max, false, min), flat(curve.length()), Exact.ZERO, 0);
        }
        long least = fewest(min);
        return max >= all
                ? unbounded(0, least)
                : table(supplies).fill(SurplusTable.Side.NONE, upTo(most(max), least), Exact.ZERO, 0);
    }

    /** Whether the upper limit takes nothing: what is beyond the end of the curve and not demanded can be left out. */
    private boolean isAmple() {
        long fewest = supplies.stream().mapToLong(Supply::units).min().orElse(1);
        return supplies.stream().allMatch(s -> s.price() >= 0)
                && max >= Math.max(min, -Math.floorDiv(-curve.length(), fewest));
    }

    private SurplusTable table(List<Supply> used) {
        return new SurplusTable(curve, used);
    }

    private long units() {
        return units(supplies);
    }

    private static long units(List<Supply> supplies) {
        return supplies.stream().mapToLong(s -> s.units() * s.most()).sum();
    }

    private SurplusTable.Side flat(long top) {
        return new SurplusTable.Side(Math.min(top, units()), true, 0);
    }

    /**
     * Exactly up to so many units. Where no price is negative, a way that reaches both the end of the curve and the least
     * units needs no replica more.
     */
    private SurplusTable.Side upTo(long most, long least) {
        boolean paid = supplies.stream().allMatch(s -> s.price() >= 0);
        long enough = Math.max(curve.length(), least)
                + supplies.stream().mapToLong(Supply::units).max().orElse(0);
        return new SurplusTable.Side(paid ? Math.min(most, enough) : most, false, least);
    }

    /**
     * Without a limit above every replica is taken whose price is no cost, and of the others no more than reach the end of
     * the curve and what is demanded.
     */
    private Exact unbounded(long leastReplicas, long leastUnits) {
        Exact gain = Exact.ZERO;
        long replicas = 0;
        long units = 0;
        List<Supply> costly = new ArrayList<>();
        for (Supply supply : supplies) {
            if (supply.price() > 0) {
                costly.add(supply);
            } else {
                gain = gain.plus(Exact.product(-supply.price(), supply.most()));
                replicas += supply.most();
                units += supply.units() * supply.most();
            }
        }
        long count = Math.max(0, leastReplicas - replicas);
        long length = Math.max(0, Math.max(curve.length(), leastUnits) - units);
        return table(costly)
                .fill(
                        new SurplusTable.Side(count, true, count),
                        new SurplusTable.Side(Math.min(length, units(costly)), true, Math.max(0, leastUnits - units)),
                        gain,
                        units);
    }

    /** The least units of so many replicas. */
    private long fewest(long replicas) {
        return units(
                replicas,
                supplies.stream()
                        .sorted((a, b) -> Integer.compare(a.units(), b.units()))
                        .toList());
    }

    /** The most units of so many replicas. */
    private long most(long replicas) {
        return units(
                replicas,
                supplies.stream()
                        .sorted((a, b) -> Integer.compare(b.units(), a.units()))
                        .toList());
    }

    private static long units(long replicas, List<Supply> ordered) {
        long units = 0;
        long left = replicas;
        for (Supply supply : ordered) {
            long taken = Math.min(left, supply.most());
            units += taken * supply.units();
            left -= taken;
        }
        return units;
    }
}
