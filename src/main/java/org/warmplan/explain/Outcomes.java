package org.warmplan.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.OwnActuals;
import org.warmplan.demand.OwnWeek;
import org.warmplan.domain.Pipeline;
import org.warmplan.explain.Forecast.Own;
import org.warmplan.explain.Forecast.Range;
import org.warmplan.explain.ForecastCheck.Bias;
import org.warmplan.explain.ForecastCheck.Compared;
import org.warmplan.explain.ForecastCheck.Measure;
import org.warmplan.explain.ForecastCheck.Row;
import org.warmplan.value.Calibration;
import org.warmplan.value.CalibrationPolicy;

/**
 * Kept forecasts held against what the own node counted: only where a workload was planned warm, was not seen to be cold,
 * and the counters were watched.
 *
 * @param outcomes what calibrates the next plan
 */
public record Outcomes(ForecastCheck check, List<Calibration.Outcome> outcomes) {
    private static final String NO_PLAN =
            "No plan of an earlier week is kept with its forecast, so there is nothing to compare.";
    private static final String NOT_TOLD =
            "No metrics of your own node are filed, so what was forecast cannot be held against what happened. Maybe name"
                    + " metrics in fleet.yaml, and let collect run every hour.";

    public Outcomes {
        outcomes = List.copyOf(outcomes);
    }

    /** Compares the forecasts of all kept weeks; the newest is shown. */
    public static Outcomes of(KeptForecasts kept, OwnActuals actuals, Instant at, CalibrationPolicy policy) {
        if (kept.newestFirst().isEmpty()) {
            return new Outcomes(ForecastCheck.none(NO_PLAN), List.of());
        }
        if (actuals.isEmpty()) {
            return new Outcomes(ForecastCheck.none(NOT_TOLD), List.of());
        }
        List<Week> weeks = new ArrayList<>();
        Instant next = at;
        for (Forecast forecast : kept.newestFirst()) {
            weeks.add(Week.of(weeks.size(), forecast, next, actuals, policy));
            next = forecast.from();
        }
        Sums sums = new Sums();
        weeks.forEach(sums::add);
        Week last = weeks.get(0);
        return new Outcomes(new ForecastCheck(last.compared(), sums.bias(), last.note()), sums.outcomes);
    }

    /**
     * One kept forecast.
     *
     * @param actual null when it was watched too little
     */
    private record Week(
            int number,
            Forecast forecast,
            Instant until,
            @Nullable OwnWeek actual,
            String note) {
        static Week of(int number, Forecast forecast, Instant next, OwnActuals actuals, CalibrationPolicy policy) {
            Instant until = forecast.until().isBefore(next) ? forecast.until() : next;
            Optional<OwnWeek> found = actuals.find(forecast.from(), until);
            double watched = found.map(OwnWeek::watched).orElse(0.0);
            boolean enough = watched >= policy.leastWatched();
            String note = forecast.own().isEmpty()
                    ? "The plan of that week kept nothing warm of which something was forecast."
                    : enough
                            ? ""
                            : "Your node's counters were watched for %.0f %% of that week, too little to compare. Maybe let collect run every hour."
                                    .formatted(100 * watched);
            return new Week(number, forecast, until, enough ? found.orElseThrow() : null, note);
        }

        /** Part of seven days that was watched. */
        double watched(OwnWeek week) {
            double span = Duration.between(forecast.from(), until).toMillis();
            return Math.min(1, week.watched() * span / Forecast.SPAN.toMillis());
        }

        @Nullable
        Compared compared() {
            OwnWeek week = actual;
            if (week == null || forecast.own().isEmpty()) {
                return null;
            }
            List<Row> rows = new ArrayList<>();
            Range all = new Range(0, 0, 0);
            for (Own own : forecast.own()) {
                boolean ran = !week.neverWarm(own.workload());
                Long units = week.findUnits(own.workload(), own.unitsPerRate())
                        .map(Math::round)
                        .orElse(null);
                rows.add(new Row(own.workload(), Measure.UNITS, own.units(), units, ran));
                if (!week.gwei().isEmpty() && !own.workload().pipeline().isLive()) {
                    long gwei = Math.round(week.gwei().getOrDefault(own.workload(), 0.0));
                    rows.add(new Row(own.workload(), Measure.GWEI, own.gwei(), gwei, ran));
                }
                all = all.plus(own.gwei());
            }
            OptionalDouble told = week.allGwei();
            if (told.isPresent()) {
                rows.add(new Row(null, Measure.GWEI, all, Math.round(told.getAsDouble()), true));
            }
            return new Compared(forecast.from(), until, week.watched(), rows);
        }
    }

    private static final class Sums {
        private final List<Calibration.Outcome> outcomes = new ArrayList<>();
        private final SortedMap<Pipeline, Bias> byPipeline = new TreeMap<>();
        private final SortedMap<Pipeline, Integer> lastWeek = new TreeMap<>();

        void add(Week week) {
            OwnWeek actual = week.actual();
            if (actual != null) {
                week.forecast().own().stream()
                        .filter(own ->
                                !actual.neverWarm(own.workload()) && own.gwei().mid() > 0)
                        .forEach(own ->
                                income(actual, own).ifPresent(gwei -> add(week, week.watched(actual), own, gwei)));
            }
        }

        private void add(Week week, double watched, Own own, double gwei) {
            Pipeline pipeline = own.workload().pipeline();
            outcomes.add(new Calibration.Outcome(
                    pipeline, week.number(), watched, own.gwei().mid() / own.calibration(), gwei));
            Integer before = lastWeek.put(pipeline, week.number());
            int more = before != null && before == week.number() ? 0 : 1;
            byPipeline.merge(
                    pipeline,
                    new Bias(pipeline, 1, own.gwei().mid() * watched, gwei * watched),
                    (a, b) ->
                            new Bias(pipeline, a.weeks() + more, a.forecast() + b.forecast(), a.actual() + b.actual()));
        }

        /** Gwei a week: by tickets where the node tells them by workload, else its units at the planned price. */
        private static Optional<Double> income(OwnWeek week, Own own) {
            if (!week.gwei().isEmpty() && !own.workload().pipeline().isLive()) {
                return Optional.of(week.gwei().getOrDefault(own.workload(), 0.0));
            }
            return own.units().mid() == 0
                    ? Optional.empty()
                    : week.findUnits(own.workload(), own.unitsPerRate())
                            .map(units -> units * own.gwei().mid() / own.units().mid());
        }

        List<Bias> bias() {
            return List.copyOf(byPipeline.values());
        }
    }
}
