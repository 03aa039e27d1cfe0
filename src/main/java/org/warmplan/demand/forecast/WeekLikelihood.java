package org.warmplan.demand.forecast;

import java.util.List;
import org.warmplan.demand.Reading;

/**
 * How likely one week's readings are at every rate of a grid. Counts scatter more than Poisson's: negative binomial; what
 * cannot be known of the part that was watched is a factor, as often too high as too low.
 */
final class WeekLikelihood {
    /** Events expected of a workload that nobody asks for: strays and testers. */
    private static final double STRAY = 0.05;

    private WeekLikelihood() {}

    /** Likelihood by cell, the largest 1; all ones without readings. */
    static double[] of(LogGrid grid, List<Reading> readings, double overdispersion) {
        double[] logs = new double[grid.cells()];
        for (Reading reading : readings) {
            double[] one = Kernel.normal(0, reading.spread()).mean(counted(grid, reading, 1 / overdispersion));
            for (int cell = 0; cell < logs.length; cell++) {
                logs[cell] += Math.log(Math.max(Double.MIN_NORMAL, one[cell]));
            }
        }
        return scaled(logs);
    }

    /** As if the part that was watched were known. */
    private static double[] counted(LogGrid grid, Reading reading, double shape) {
        double[] logs = new double[grid.cells()];
        for (int cell = 0; cell < logs.length; cell++) {
            logs[cell] = log(reading.events(), grid.rate(cell) * reading.exposure() + STRAY, shape);
        }
        return scaled(logs);
    }

    private static double log(double events, double expected, double shape) {
        return events * Math.log(expected / (expected + shape)) - shape * Math.log1p(expected / shape);
    }

    private static double[] scaled(double[] logs) {
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        double[] scaled = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            scaled[i] = Math.exp(logs[i] - most);
        }
        return scaled;
    }
}
