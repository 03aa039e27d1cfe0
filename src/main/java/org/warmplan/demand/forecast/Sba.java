package org.warmplan.demand.forecast;

/**
 * Croston's method with the correction of Syntetos and Boylan: smoothed size of demand over the smoothed wait for it, made
 * smaller by half the weight of the wait (The accuracy of intermittent demand estimates, International Journal of
 * Forecasting 21, 2005, 303-314). Between demands it does not change.
 *
 * @param size weight of a new size, above 0, at most 1
 * @param spacing weight of a new wait, above 0, at most 1
 */
record Sba(double size, double spacing) implements PointForecast {
    @Override
    public double next(double[] series) {
        int first = Tsb.firstDemand(series);
        if (first == series.length) {
            return 0;
        }
        double level = series[first];
        double interval = first + 1.0;
        int since = 0;
        for (int t = first + 1; t < series.length; t++) {
            since++;
            if (series[t] > 0) {
                level += size * (series[t] - level);
                interval += spacing * (since - interval);
                since = 0;
            }
        }
        return (1 - spacing / 2) * level / interval;
    }
}
