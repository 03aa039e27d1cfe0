package org.warmplan.certify;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.domain.InputException;

/** The best gain by replicas and units, filled in class by class: the exact part of {@link Surplus}. */
final class SurplusTable {
    /** Cells of a table that still fit the memory. */
    private static final long MOST_TABLE = 30_000_000;

    private final Curve curve;
    private final List<Surplus.Supply> supplies;

    /** A lot of k replicas that is taken whole or left. */
    private record Lot(long replicas, long units, Exact cost) {
        static Lot of(Surplus.Supply supply, long replicas) {
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
    record Side(long top, boolean open, long least) {
        /** Not looked at: everything is at 0. */
        static final Side NONE = new Side(0, true, 0);

        /** Where something lands, or -1 if it is left out. */
        long land(long at) {
            return at <= top ? at : open ? top : -1;
        }
    }

    SurplusTable(Curve curve, List<Surplus.Supply> supplies) {
        this.curve = curve;
        this.supplies = supplies;
    }

    /**
     * Fills the table and returns the best of what counts.
     *
     * @param gain what was gained before
     * @param before units taken before
     */
    Exact fill(Side count, Side length, Exact gain, long before) {
        int step = (int)
                Math.max(1, supplies.stream().mapToLong(Surplus.Supply::units).reduce(0, SurplusTable::divisor));
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
        if (rows * columns > MOST_TABLE) {
            throw new InputException(
                    "A workload with a negative price and maxReplicas needs a table of %d cells; more than"
                                    .formatted(rows * columns)
                            + " %d are not looked at. Maybe no price need be negative.".formatted(MOST_TABLE));
        }
        return new Amounts((int) (rows * columns));
    }

    /** Every number of replicas of a class is a sum of lots of 1, 2, 4 ... and a rest. */
    private List<Lot> lots(Side count, Side length) {
        List<Lot> lots = new ArrayList<>();
        for (Surplus.Supply supply : supplies) {
            long useful = useful(supply, count, length);
            for (long size = 1; useful > 0; size *= 2) {
                lots.add(Lot.of(supply, Math.min(size, useful)));
                useful -= Math.min(size, useful);
            }
        }
        return lots;
    }

    /** More replicas of a class than fill the table are never needed, or allowed. */
    private static long useful(Surplus.Supply supply, Side count, Side length) {
        long byLength = -Math.floorDiv(-length.top(), supply.units());
        boolean both = count.open() && length.open();
        return Math.min(supply.most(), both ? Math.max(count.top(), byLength) : count.open() ? byLength : count.top());
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
