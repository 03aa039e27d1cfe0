package org.warmplan.demand.forecast;

/**
 * The value of one season ago; with a season of 1, the last value. Where the series is shorter than a season, the last
 * value (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.2).
 *
 * @param season in steps, at least 1
 */
record Naive(int season) implements PointForecast {
    Naive {
        if (season < 1) {
            throw new IllegalArgumentException("The season (" + season + ") must be at least 1.");
        }
    }

    @Override
    public double next(double[] series) {
        return series[series.length - (series.length < season ? 1 : season)];
    }
}
