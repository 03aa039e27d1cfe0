package org.warmplan.demand;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * A weekly rate as a Gamma distribution: the Gamma-Poisson posterior whose shape is the events seen and whose rate is
 * the exposure they were seen over. Few events make it wide; it is never negative and never a point.
 */
public record Rate(double events, double exposure) {
    public Rate {
        if (!(events > 0) || !(exposure > 0)) {
            throw new IllegalArgumentException(
                    "The rate of %f events over %f must be above zero.".formatted(events, exposure));
        }
    }

    /** Sums up evidence; at least one piece must carry events. */
    public static Rate of(List<Evidence> evidence) {
        return new Rate(
                evidence.stream().mapToDouble(Evidence::events).sum(),
                evidence.stream().mapToDouble(Evidence::exposure).sum());
    }

    public double mean() {
        return events / exposure;
    }

    /** The value that the rate stays under with probability {@code p}, 0 to 1 exclusive. */
    public double quantile(double p) {
        return GammaDistribution.of(events, 1 / exposure).inverseCumulativeProbability(p);
    }

    /** {@code count} equally likely values, ascending: the same every time, where draws would need many more. */
    public double[] scenarios(int count) {
        GammaDistribution gamma = GammaDistribution.of(events, 1 / exposure);
        return IntStream.range(0, count)
                .mapToDouble(i -> gamma.inverseCumulativeProbability((i + 0.5) / count))
                .toArray();
    }
}
