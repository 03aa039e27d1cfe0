package org.warmplan.demand.forecast;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How a series moves by its logarithm, drawn towards not at all where it is short. */
final class Slope {
    /** Weeks that count for as much as the guess that it does not move. */
    private static final double PRIOR = 2;

    /** Part of the mean that is added everywhere, so that zeros have a logarithm. */
    private static final double FLOOR = 0.05;

    private Slope() {}

    /**
     * Growth a step as a logarithm, by least squares; empty when there is but one value.
     *
     * @param series oldest first
     */
    static OptionalDouble of(double[] series) {
        if (series.length < 2) {
            return OptionalDouble.empty();
        }
        double floor = Math.max(1e-9, FLOOR * Arrays.stream(series).average().orElse(0));
        double middle = (series.length - 1) / 2.0;
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < series.length; t++) {
            sum += (t - middle) * Math.log(series[t] + floor);
            squares += (t - middle) * (t - middle);
        }
        return OptionalDouble.of(sum / squares * series.length / (series.length + PRIOR));
    }
}
