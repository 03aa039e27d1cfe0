package org.warmplan.demand.forecast;

/**
 * Teunter, Syntetos and Babai: demand in fits and starts as the chance of any times its size, the chance falling with every
 * step without (Intermittent demand: Linking forecasting to inventory obsolescence, European Journal of Operational
 * Research 214, 2011, 606-615). Begun at the first demand and the wait for it.
 *
 * @param size weight of a new size, above 0, at most 1
 * @param chance weight of a new step in the chance, above 0, at most 1
 */
record Tsb(double size, double chance) implements PointForecast {
    @Override
    public double next(double[] series) {
        int first = firstDemand(series);
        if (first == series.length) {
            return 0;
        }
        double level = series[first];
        double probability = 1.0 / (first + 1);
        for (double value : series) {
            if (value > 0) {
                level += size * (value - level);
                probability += chance * (1 - probability);
            } else {
                probability -= chance * probability;
            }
        }
        return probability * level;
    }

    static int firstDemand(double[] series) {
        int first = 0;
        while (first < series.length && series[first] <= 0) {
            first++;
        }
        return first;
    }
}
