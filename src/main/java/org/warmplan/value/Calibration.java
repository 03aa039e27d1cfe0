package org.warmplan.value;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.Pipeline;

/**
 * What own income proved to be, as a factor on what is estimated, by pipeline. A pipeline without own actuals is left as it
 * is.
 *
 * @param factors by pipeline, for those with own actuals
 */
public record Calibration(SortedMap<Pipeline, Factor> factors) {
    /** Nothing is known of own actuals. */
    public static final Calibration NONE = new Calibration(Collections.emptySortedMap());

    public Calibration {
        factors = Collections.unmodifiableSortedMap(new TreeMap<>(factors));
    }

    /**
     * A factor and what it rests on.
     *
     * @param factor above 0
     * @param weeks weeks that were watched, several workloads in one week counted once; above 0
     */
    public record Factor(double factor, double weeks) {}

    /**
     * A workload in a week for which it was planned warm, and in which the own counters were watched.
     *
     * @param week which week; those of one number are the same
     * @param watched part of the week that was watched, above 0 to 1
     * @param expected gwei that was estimated for a whole week, before any calibration; above 0
     * @param actual gwei a week that came of it, at least 0
     */
    public record Outcome(Pipeline pipeline, int week, double watched, double expected, double actual) {
        public Outcome {
            if (!(watched > 0) || watched > 1 || !(expected > 0) || !(actual >= 0)) {
                throw new IllegalArgumentException(
                        "The outcome of %s, %f expected, %f come, %f of the week watched, must be of a watched week."
                                .formatted(pipeline, expected, actual, watched));
            }
        }
    }

    /**
     * Works the factors out. What came is held against what was estimated as counts are against a Gamma prior with mean 1:
     * {@code (ratio * weeks + weight) / (weeks + weight)}, where the ratio is all that came over all that was estimated. So
     * little data says little, and much of it lets the estimate's own weight fade.
     */
    public static Calibration of(Collection<Outcome> outcomes, CalibrationPolicy policy) {
        Map<Pipeline, Sums> sums = new EnumMap<>(Pipeline.class);
        outcomes.forEach(outcome ->
                sums.computeIfAbsent(outcome.pipeline(), p -> new Sums()).add(outcome));
        SortedMap<Pipeline, Factor> factors = new TreeMap<>();
        sums.forEach((pipeline, sum) -> factors.put(pipeline, sum.factor(policy)));
        return new Calibration(factors);
    }

    private static final class Sums {
        private double expected;
        private double actual;
        private final SortedMap<Integer, Double> watchedByWeek = new TreeMap<>();

        void add(Outcome outcome) {
            expected += outcome.expected() * outcome.watched();
            actual += outcome.actual() * outcome.watched();
            watchedByWeek.merge(outcome.week(), outcome.watched(), Math::max);
        }

        Factor factor(CalibrationPolicy policy) {
            double weeks = watchedByWeek.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            double shrunk = (actual / expected * weeks + policy.weight()) / (weeks + policy.weight());
            return new Factor(Math.max(policy.lowest(), Math.min(policy.highest(), shrunk)), weeks);
        }
    }

    /** What to multiply an estimated income with; 1 where nothing is known. */
    public double factor(Pipeline pipeline) {
        Factor known = factors.get(pipeline);
        return known == null ? 1 : known.factor();
    }
}
