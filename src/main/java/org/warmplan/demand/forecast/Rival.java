package org.warmplan.demand.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.warmplan.demand.Rate;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Workload;

/**
 * A textbook method with a range: its own past errors, as factors, of all workloads together. Pooled they are many enough
 * to tell a range after a few weeks, which the errors of one series are not.
 */
final class Rival implements Forecaster {
    /** What is added to both sides of a factor, as a part of the series' mean, so that zeros have one too. */
    private static final double FLOOR = 0.05;

    /** Below so many errors the range is that of a factor whose logarithm has standard deviation 1. */
    private static final int LEAST_ERRORS = 10;

    private static final double[] NORMAL_DECILES = {
        -1.645, -1.036, -0.674, -0.385, -0.126, 0.126, 0.385, 0.674, 1.036, 1.645
    };

    private final PointForecast method;

    Rival(PointForecast method) {
        this.method = method;
    }

    @Override
    public SortedMap<Workload, Outlook> forecast(SortedMap<Workload, List<Reading>> readings) {
        SortedMap<Workload, double[]> series = new TreeMap<>();
        readings.forEach((workload, list) -> series.put(workload, WeeklySeries.of(list)));
        double[] errors = errors(series.values());
        SortedMap<Workload, Outlook> outlooks = new TreeMap<>();
        series.forEach((workload, past) -> outlooks.put(workload, new Outlook(around(past, errors), Slope.of(past))));
        return Collections.unmodifiableSortedMap(outlooks);
    }

    private Rate around(double[] past, double[] errors) {
        double floor = floor(past);
        double next = method.next(past) + floor;
        Rate factors = Rate.of(errors);
        return Rate.of(IntStream.range(0, Rate.VALUES)
                .mapToDouble(i -> factors.quantile((i + 0.5) / Rate.VALUES) * next - floor)
                .map(rate -> Math.max(0, rate))
                .toArray());
    }

    /** By which factors the method was off, one step ahead. */
    private double[] errors(Iterable<double[]> series) {
        List<Double> errors = new ArrayList<>();
        for (double[] past : series) {
            double floor = floor(past);
            for (int t = 1; t < past.length; t++) {
                errors.add((past[t] + floor) / (method.next(Arrays.copyOf(past, t)) + floor));
            }
        }
        return errors.size() < LEAST_ERRORS
                ? Arrays.stream(NORMAL_DECILES).map(Math::exp).toArray()
                : errors.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double floor(double[] past) {
        return Math.max(1e-9, FLOOR * Arrays.stream(past).average().orElseThrow());
    }
}
