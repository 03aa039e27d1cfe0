package org.warmplan.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.warmplan.demand.Demand;
import org.warmplan.demand.DemandEstimator;
import org.warmplan.demand.Distinct;
import org.warmplan.demand.Supply;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Workload;
import org.warmplan.history.Observed;
import org.warmplan.report.Trend;
import org.warmplan.value.ValuedWorkload;

/**
 * How demand moves, by workload: what is estimated now against what would have been estimated a week ago.
 *
 * @param before demand as it looked then
 */
record Trends(SortedMap<Workload, Demand> before) {
    private static final Duration WEEK = Duration.ofDays(7);

    /** From what was filed a week before {@code at}. */
    static Trends of(Estimates.Basis basis, Observed observed, Instant at) {
        Policy policy = basis.policy();
        Instant then = at.minus(WEEK);
        List<Observation> observations = Distinct.of(observed.observations());
        Supply supply = Supply.of(observations, then, policy.demand().supplyWindow());
        return new Trends(new DemandEstimator(
                        policy.demand(),
                        policy.share(),
                        supply,
                        basis.operator().self(),
                        then)
                .estimate(observations, new DataIssues()));
    }

    /** Of a workload with demand. */
    Trend of(ValuedWorkload valued) {
        Demand now = valued.demand();
        Demand then = before.get(valued.workload());
        return now == null || then == null ? new Trend(null) : Trend.between(middle(then), middle(now));
    }

    private static double middle(Demand demand) {
        return demand.rate().quantile(0.5) * demand.unitsPerRate();
    }
}
