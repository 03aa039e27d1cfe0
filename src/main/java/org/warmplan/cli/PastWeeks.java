package org.warmplan.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.metrics.OrchestratorMetricsSource;
import org.warmplan.demand.OwnActuals;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.OwnMetric;
import org.warmplan.domain.Window;
import org.warmplan.explain.KeptForecasts;
import org.warmplan.explain.Outcomes;
import org.warmplan.history.History;
import org.warmplan.history.Observed;
import org.warmplan.value.Calibration;

/** What came of the plans of the weeks before. */
record PastWeeks(Outcomes outcomes, Calibration calibration) {

    /**
     * Compares the kept plans with what the own node counted.
     *
     * @param data where plans are kept; null for nowhere
     * @param observed what is planned from; own metrics from before its window are asked for here
     */
    static PastWeeks of(
            Policy policy,
            @Nullable Path data,
            @Nullable Address self,
            History history,
            Observed observed,
            Instant at,
            DataIssues issues) {
        int weeks = policy.calibration().weeks();
        KeptForecasts kept = data == null ? KeptForecasts.NONE : KeptForecasts.read(data, self, at, weeks, issues);
        OwnActuals actuals = new OwnActuals(whole(policy, history, observed, at), self);
        Outcomes outcomes = Outcomes.of(kept, actuals, at, policy.calibration());
        return new PastWeeks(outcomes, Calibration.of(outcomes.outcomes(), policy.calibration()));
    }

    /** With what the own node told longer ago, when evidence of demand is too old already to be used. */
    private static List<Observation> whole(Policy policy, History history, Observed observed, Instant at) {
        // Two days more: the look before the first plan tells where its counters began.
        Duration needed = Duration.ofDays(7L * policy.calibration().weeks() + 2);
        Set<String> own = new TreeSet<>();
        observed.inputs().stream()
                .filter(input -> input.kind().equals(OrchestratorMetricsSource.KIND))
                .forEach(input -> own.add(input.source()));
        List<Observation> whole = new ArrayList<>(observed.observations());
        if (!own.isEmpty() && needed.compareTo(policy.demand().window()) > 0) {
            whole.removeIf(OwnMetric.class::isInstance);
            whole.addAll(
                    history.observe(Window.before(at, needed), own::contains).observations());
        }
        return whole;
    }
}
