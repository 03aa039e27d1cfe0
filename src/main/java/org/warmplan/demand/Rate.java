package org.warmplan.demand;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * A weekly rate as a distribution: equally likely values, ascending. Batch: requests per week. Live video: mean streams
 * at once over the week. Never negative, and a point only when nothing else was given.
 */
public final class Rate {
    /** Values a rate is usually given by: enough for quantiles of one in a hundred. */
    public static final int VALUES = 200;

    private final double[] values;

    private Rate(double[] values) {
        this.values = values;
    }

    /**
     * A rate of equally likely values.
     *
     * @param values at least one, each at least 0 and finite; in any order
     */
    public static Rate of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || !(sorted[0] >= 0) || !(sorted[sorted.length - 1] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The values %s of a rate must be finite and not negative.".formatted(Arrays.toString(sorted)));
        }
        return new Rate(sorted);
    }

    /** The Gamma-Poisson posterior: {@code events} seen over {@code exposure}, both above 0. */
    public static Rate gamma(double events, double exposure) {
        if (!(events > 0) || !(exposure > 0)) {
            throw new IllegalArgumentException(
                    "The rate of %f events over %f must be above zero.".formatted(events, exposure));
        }
        GammaDistribution gamma = GammaDistribution.of(events, 1 / exposure);
        return of(IntStream.range(0, VALUES)
                .mapToDouble(i -> gamma.inverseCumulativeProbability((i + 0.5) / VALUES))
                .toArray());
    }

    public double mean() {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** The value that the rate stays under with probability {@code p}, 0 to 1, between neighbours by a straight line. */
    public double quantile(double p) {
        double place = Math.max(0, Math.min(values.length - 1.0, p * values.length - 0.5));
        int below = (int) Math.floor(place);
        int above = Math.min(values.length - 1, below + 1);
        return values[below] + (place - below) * (values[above] - values[below]);
    }

    /** {@code count} equally likely values, ascending: the same every time, where draws would need many more. */
    public double[] scenarios(int count) {
        return count == values.length
                ? values.clone()
                : IntStream.range(0, count)
                        .mapToDouble(i -> quantile((i + 0.5) / count))
                        .toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rate rate && Arrays.equals(values, rate.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "%.3g (%.3g to %.3g)".formatted(quantile(0.5), quantile(0.1), quantile(0.9));
    }
}
