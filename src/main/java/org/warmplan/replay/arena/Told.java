package org.warmplan.replay.arena;

import org.warmplan.demand.Rate;
import org.warmplan.domain.Workload;

/**
 * One forecast and what came of it.
 *
 * @param market of which market, by its seed
 * @param workload of which workload
 * @param week of which week, counted from 0
 * @param rate what was forecast
 * @param truth what was asked for, in the same measure
 * @param gwei what one of that measure is worth, to add up different workloads
 */
public record Told(long market, Workload workload, int week, Rate rate, double truth, double gwei) {
    private static final int DECILES = 10;

    /** Whether the truth lies between the first and the last decile. */
    public boolean isInside() {
        return rate.quantile(0.1) <= truth && truth <= rate.quantile(0.9);
    }

    /**
     * Pinball loss, the mean over the nine deciles: what a quantile loses by being too low or too high, weighed so that the
     * true quantile loses least (Koenker and Bassett, Regression quantiles, Econometrica 46, 1978).
     */
    public double loss() {
        double sum = 0;
        for (int i = 1; i < DECILES; i++) {
            double level = (double) i / DECILES;
            double error = truth - rate.quantile(level);
            sum += Math.max(level * error, (level - 1) * error);
        }
        return sum / (DECILES - 1);
    }

    /** The loss as money. */
    public double lossGwei() {
        return loss() * gwei;
    }

    /** What was asked for as money. */
    public double volume() {
        return truth * gwei;
    }
}
