package org.warmplan.plan.price;

import java.util.Arrays;
import org.warmplan.plan.board.Candidate;

/** The cheapest replicas for every number of units, class by class, and then the best number of units. */
final class Knapsack {
    /** More than any cost. */
    static final long NONE = Long.MAX_VALUE / 4;

    private final Candidate candidate;
    private final long[] most;
    private final int[] units;
    private final long[] taken;
    private final long[] price;
    private final long base;
    private final long from;
    private final long scale;
    private final int size;

    /**
     * Over some classes.
     *
     * @param most replicas by class
     * @param taken replicas that are taken already, {@code base} units in all; what is chosen is added
     * @param from least units in all, {@code to} most
     */
    Knapsack(
            Candidate candidate,
            long[] most,
            int[] units,
            long[] taken,
            long[] price,
            long base,
            long from,
            long to,
            long scale) {
        this.candidate = candidate;
        this.most = most;
        this.units = units;
        this.taken = taken;
        this.price = price;
        this.base = base;
        this.from = from;
        this.scale = scale;
        long length = 0;
        int largest = 0;
        boolean paid = false;
        for (int c = 0; c < most.length; c++) {
            if (isUseful(c)) {
                length += (most[c] - taken[c]) * units[c];
                largest = Math.max(largest, units[c]);
                paid |= price[c] < 0;
            }
        }
        // Beyond the curve's end a replica brings nothing: at a price that is not negative none is taken there.
        long useful = Math.max(Math.max(0, candidate.curveLength() - base), from - base) + largest;
        this.size = Math.toIntExact(Math.min(Math.min(length, to - base), paid ? length : useful));
    }

    /** A replica never brings more than as the first: dearer ones are never taken, unless some must be. */
    private boolean isUseful(int c) {
        return most[c] > taken[c]
                && (from > base || price[c] < 0 || scale * candidate.gain(base, units[c]) >= price[c]);
    }

    /** What the curve pays beyond the prices, in 1/scale gwei; -{@link #NONE} when no choice is open. */
    long solve() {
        long[] cost = new long[size + 1];
        Arrays.fill(cost, NONE);
        cost[0] = 0;
        int[][] chosen = new int[most.length][];
        for (int c = 0; c < most.length; c++) {
            if (isUseful(c)) {
                chosen[c] = new int[size + 1];
                cost = Window.slide(cost, chosen[c], units[c], price[c], most[c] - taken[c]);
            }
        }
        long best = -NONE;
        int at = 0;
        for (int y = 0; y <= size; y++) {
            if (cost[y] < NONE && base + y >= from) {
                long value = scale * candidate.worth(base + y) - cost[y];
                if (value > best) {
                    best = value;
                    at = y;
                }
            }
        }
        for (int c = most.length - 1; c >= 0; c--) {
            if (chosen[c] != null) {
                taken[c] += chosen[c][at];
                at -= chosen[c][at] * units[c];
            }
        }
        return best;
    }
}
