package org.warmplan.explain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;
import org.warmplan.explain.Forecast.Range;

/**
 * Last week's forecast of the own share against what happened.
 *
 * @param compared null when there was nothing to compare
 * @param bias over all kept weeks that were watched, by pipeline
 * @param note one sentence on why something was not compared; empty when all was
 */
public record ForecastCheck(@Nullable Compared compared, List<Bias> bias, String note) {
    public ForecastCheck {
        bias = List.copyOf(bias);
    }

    /** Nothing compared, and why. */
    static ForecastCheck none(String note) {
        return new ForecastCheck(null, List.of(), note);
    }

    /**
     * One week.
     *
     * @param watched part of it in which the own counters were watched, above 0 to 1
     */
    public record Compared(Instant from, Instant until, double watched, List<Row> rows) {
        public Compared {
            rows = List.copyOf(rows);
        }
    }

    /** What is compared. */
    public enum Measure {
        /** Billed units a week. */
        UNITS("units"),
        /** Expected value of tickets, gwei a week. */
        GWEI("gwei");

        private final String word;

        Measure(String word) {
            this.word = word;
        }

        /** As in plan.json. */
        public String word() {
            return word;
        }
    }

    /**
     * One amount.
     *
     * @param workload null for all that the node earned
     * @param actual brought to a whole week; null when the node does not tell it
     * @param ran false when the network showed that it was never warm, whatever was planned
     */
    public record Row(
            @Nullable Workload workload,
            Measure measure,
            Range forecast,
            @Nullable Long actual,
            boolean ran) {
        /** Whether it came as forecast; empty when that cannot be told. */
        public Optional<Boolean> inside() {
            return actual == null || !ran ? Optional.empty() : Optional.of(forecast.holds(actual));
        }
    }

    /**
     * How far off the forecasts of a pipeline were.
     *
     * @param weeks that were compared, at least 1
     * @param forecast gwei that were expected in the watched time
     * @param actual gwei that came, by tickets where they are told by workload, else by jobs at the planned price
     */
    public record Bias(Pipeline pipeline, int weeks, double forecast, double actual) {
        /** Above 1 when more came than was forecast. */
        public double ratio() {
            return actual / forecast;
        }
    }
}
