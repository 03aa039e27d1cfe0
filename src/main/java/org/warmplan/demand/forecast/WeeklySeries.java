package org.warmplan.demand.forecast;

import java.util.Arrays;
import java.util.List;
import org.warmplan.demand.Reading;

/** One number a week out of all readings of a workload, as the textbooks want it. */
final class WeeklySeries {
    private static final double LEAST_EVENTS = 0.5;

    private WeeklySeries() {}

    /**
     * The weeks from the first with a reading to the last, oldest first. Of several readings of a week the surer count for
     * more; a week without any repeats the one before.
     */
    static double[] of(List<Reading> readings) {
        int oldest = readings.stream().mapToInt(Reading::weeksAgo).max().orElseThrow();
        int newest = readings.stream().mapToInt(Reading::weeksAgo).min().orElseThrow();
        double[] sums = new double[oldest - newest + 1];
        double[] weights = new double[sums.length];
        for (Reading reading : readings) {
            double weight = 1 / (reading.spread() * reading.spread() + 1 / (reading.events() + LEAST_EVENTS));
            sums[oldest - reading.weeksAgo()] += weight * reading.events() / reading.exposure();
            weights[oldest - reading.weeksAgo()] += weight;
        }
        double[] series = new double[sums.length];
        Arrays.setAll(series, i -> weights[i] > 0 ? sums[i] / weights[i] : Double.NaN);
        for (int i = 1; i < series.length; i++) {
            series[i] = Double.isNaN(series[i]) ? series[i - 1] : series[i];
        }
        return series;
    }
}
