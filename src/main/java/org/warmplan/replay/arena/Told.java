package org.warmplan.replay.arena;

import org.warmplan.demand.Rate;

/**
 * One forecast and what came of it.
 *
 * @param rate what was forecast of a workload's week
 * @param truth what was asked for, in the same measure
 * @param gwei what one of that measure is worth, to add up different workloads
 */
record Told(Rate rate, double truth, double gwei) {
    private static final int DECILES = 10;

    /** Whether the truth lies between the first and the last decile. */
    boolean isInside() {
        return rate.quantile(0.1) <= truth && truth <= rate.quantile(0.9);
    }

    /**
     * Pinball loss, the mean over the nine deciles: what a quantile loses by being too low or too high, weighed so that the
     * true quantile loses least (Koenker and Bassett, Regression quantiles, Econometrica 46, 1978).
     */
    double loss() {
        double sum = 0;
        for (int i = 1; i < DECILES; i++) {
            double level = (double) i / DECILES;
            double error = truth - rate.quantile(level);
            sum += Math.max(level * error, (level - 1) * error);
        }
        return sum / (DECILES - 1);
    }

    /** The loss as money. */
    double lossGwei() {
        return loss() * gwei;
    }

    /** What was asked for as money. */
    double volume() {
        return truth * gwei;
    }
}
