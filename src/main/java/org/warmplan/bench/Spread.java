package org.warmplan.bench;

import java.util.List;
import java.util.Optional;

/**
 * What became of a figure over seeds.
 *
 * @param median of an even number, the mean of the middle two
 * @param worst the highest
 */
public record Spread(double median, double worst) {
    /** Empty without figures. */
    static Optional<Spread> of(List<Double> figures) {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int size = sorted.size();
        double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
        return Optional.of(new Spread(median, sorted.get(size - 1)));
    }
}
