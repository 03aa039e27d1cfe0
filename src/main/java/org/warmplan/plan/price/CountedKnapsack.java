package org.warmplan.plan.price;

import java.util.Arrays;
import org.warmplan.plan.board.Candidate;

/** Replicas counted one by one beside their units, so that limits on replicas hold exactly. */
@SuppressWarnings("ArrayRecordComponent") // Lent by the workload whose replicas they count.
record CountedKnapsack(Candidate candidate, long[] most, int[] units) {

    /**
     * The best choice of at most so many replicas, and at least as many as the workload must have.
     *
     * @param isExact what is claimed of it
     */
    Surplus.Choice choose(Tariff tariff, int replicas, boolean isExact) {
        int largest = 0;
        long all = 0;
        for (int c = 0; c < most.length; c++) {
            largest = most[c] > 0 ? Math.max(largest, units[c]) : largest;
            all += most[c] * units[c];
        }
        int size = (int) Math.min(all, (long) replicas * largest);
        long[][] cost = new long[replicas + 1][size + 1];
        for (long[] row : cost) {
            Arrays.fill(row, Knapsack.NONE);
        }
        cost[0][0] = 0;
        int[][][] chosen = new int[most.length][][];
        for (int c = 0; c < most.length; c++) {
            if (most[c] > 0) {
                chosen[c] = new int[replicas + 1][size + 1];
                cost = Window.slide(cost, chosen[c], units[c], tariff.of(candidate, c), most[c]);
            }
        }
        return best(cost, chosen, tariff.scale(), isExact);
    }

    private Surplus.Choice best(long[][] cost, int[][][] chosen, long scale, boolean isExact) {
        long best = -Knapsack.NONE;
        int n = 0;
        int y = 0;
        for (int r = candidate.minReplicas(); r < cost.length; r++) {
            for (int u = 0; u < cost[r].length; u++) {
                if (cost[r][u] < Knapsack.NONE && scale * candidate.worth(u) - cost[r][u] > best) {
                    best = scale * candidate.worth(u) - cost[r][u];
                    n = r;
                    y = u;
                }
            }
        }
        long[] taken = new long[most.length];
        for (int c = most.length - 1; c >= 0; c--) {
            if (chosen[c] != null) {
                taken[c] = chosen[c][n][y];
                n -= (int) taken[c];
                y -= (int) taken[c] * units[c];
            }
        }
        return best == -Knapsack.NONE
                ? Surplus.Choice.impossible(most.length)
                : new Surplus.Choice(best, taken, false, isExact);
    }
}
