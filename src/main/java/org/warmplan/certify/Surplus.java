package org.warmplan.certify;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.domain.InputException;

/**
 * What a workload brings beyond the prices of its replicas at best, S_w of DESIGN "Bound", found by filling a table over
 * replicas and units class by class.
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

    /** A lot of k replicas that is taken whole or left. */
    private record Lot(long replicas, long units, Exact cost) {
        static Lot of(Supply supply, long replicas) {
            return new Lot(replicas, supply.units() * replicas, Exact.product(-supply.price(), replicas));
        }
    }

    /**
     * One side of the table.
     *
     * @param top the highest index
     * @param open whether the highest stands for all above too, else what is above is left out
     * @param least the lowest index that counts in the end
     */
    private record Side(long top, boolean open, long least) {
        /** Not looked at: everything is at 0. */
        static final Side NONE = new Side(0, true, 0);

        /** Where something lands, or -1 if it is left out. */
        long land(long at) {
            return at <= top ? at : open ? top : -1;
        }
    }

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
            return max >= all
                    ? unbounded(min, 0)
                    : fill(new Side(max, false, min), flat(curve.length()), Exact.ZERO, 0);
        }
        long least = fewest(min);
        return max >= all ? unbounded(0, least) : fill(Side.NONE, upTo(most(max), least), Exact.ZERO, 0);
    }

    private long units() {
        return supplies.stream().mapToLong(s -> s.units() * s.most()).sum();
    }

    private Side flat(long top) {
        return new Side(Math.min(top, units()), true, 0);
    }

    /**
     * Exactly up to so many units. Where no price is negative, a way that reaches both the end of the curve and the least
     * units needs no replica more.
     */
    private Side upTo(long most, long least) {
        boolean paid = supplies.stream().allMatch(s -> s.price() >= 0);
        long enough = Math.max(curve.length(), least)
                + supplies.stream().mapToLong(Supply::units).max().orElse(0);
        return new Side(paid ? Math.min(most, enough) : most, false, least);
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
        Surplus rest = new Surplus(curve, costly, count, Long.MAX_VALUE);
        return rest.fill(
                new Side(count, true, count),
                new Side(Math.min(length, rest.units()), true, Math.max(0, leastUnits - units)),
                gain,
                units);
    }

    /**
     * Fills the table and returns the best of what counts.
     *
     * @param gain what was gained before
     * @param before units taken before
     */
    private Exact fill(Side count, Side length, Exact gain, long before) {
        int step = (int) Math.max(1, supplies.stream().mapToLong(Supply::units).reduce(0, Surplus::divisor));
        Side steps = new Side(
                length.open() ? -Math.floorDiv(-length.top(), step) : length.top() / step,
                length.open(),
                -Math.floorDiv(-length.least(), step));
        Amounts table = table(count.top() + 1, steps.top() + 1);
        int width = (int) steps.top() + 1;
        table.set(0, gain);
        for (Lot lot : lots(count, length)) {
            long further = lot.units() / step;
            for (long m = count.top(); m >= 0; m--) {
                long row = count.land(m + lot.replicas());
                for (long y = steps.top(); y >= 0 && row >= 0; y--) {
                    long column = steps.land(y + further);
                    int from = (int) (m * width + y);
                    if (column >= 0 && !table.isNone(from)) {
                        table.raise(
                                (int) (row * width + column), table.get(from).plus(lot.cost()));
                    }
                }
            }
        }
        Exact most = Exact.NONE;
        for (long m = count.least(); m <= count.top(); m++) {
            for (long y = steps.least(); y <= steps.top(); y++) {
                most = most.max(table.get((int) (m * width + y)).plus(curve.worth(before + y * step)));
            }
        }
        return most;
    }

    private static Amounts table(long rows, long columns) {
        if (rows * columns > 20 * MOST_CELLS) {
            throw new InputException(
                    "A workload with a negative price and maxReplicas needs a table of %d cells; more than"
                                    .formatted(rows * columns)
                            + " %d are not looked at. Maybe no price need be negative.".formatted(20 * MOST_CELLS));
        }
        return new Amounts((int) (rows * columns));
    }

    /** Every number of replicas of a class is a sum of lots of 1, 2, 4 ... and a rest. */
    private List<Lot> lots(Side count, Side length) {
        List<Lot> lots = new ArrayList<>();
        for (Supply supply : supplies) {
            long useful = useful(supply, count, length);
            for (long size = 1; useful > 0; size *= 2) {
                lots.add(Lot.of(supply, Math.min(size, useful)));
                useful -= Math.min(size, useful);
            }
        }
        return lots;
    }

    /** More replicas of a class than fill the table are never needed, or allowed. */
    private static long useful(Supply supply, Side count, Side length) {
        long byLength = -Math.floorDiv(-length.top(), supply.units());
        boolean both = count.open() && length.open();
        return Math.min(supply.most(), both ? Math.max(count.top(), byLength) : count.open() ? byLength : count.top());
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
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
