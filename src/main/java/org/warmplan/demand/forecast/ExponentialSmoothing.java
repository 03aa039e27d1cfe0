package org.warmplan.demand.forecast;

import java.util.stream.IntStream;

/**
 * Simple exponential smoothing, begun at the first value, with the weight that would have erred least (squared) on the
 * series itself (Brown 1956; Forecasting: Principles and Practice, 3rd ed., section 8.1).
 */
record ExponentialSmoothing() implements PointForecast {
    private static final int STEPS = 20;

    @Override
    public double next(double[] series) {
        double alpha = IntStream.rangeClosed(1, STEPS)
                .mapToDouble(i -> (double) i / STEPS)
                .boxed()
                .min((a, b) -> Double.compare(squaredError(series, a), squaredError(series, b)))
                .orElseThrow();
        return smoothed(series, alpha);
    }

    /** The level after the whole series, which is the forecast. */
    static double smoothed(double[] series, double alpha) {
        double level = series[0];
        for (int t = 1; t < series.length; t++) {
            level += alpha * (series[t] - level);
        }
        return level;
    }

    private static double squaredError(double[] series, double alpha) {
        double level = series[0];
        double sum = 0;
        for (int t = 1; t < series.length; t++) {
            double error = series[t] - level;
            sum += error * error;
            level += alpha * error;
        }
        return sum;
    }
}
