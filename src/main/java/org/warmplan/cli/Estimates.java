package org.warmplan.cli;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.warmplan.demand.Demand;
import org.warmplan.demand.DemandEstimator;
import org.warmplan.demand.Distinct;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Catalogue;
import org.warmplan.history.Observed;
import org.warmplan.value.Calibration;
import org.warmplan.value.PriceBook;
import org.warmplan.value.ValuedWorkload;
import org.warmplan.value.Valuer;

/** What the network is thought to ask for, at which prices, and what that is worth here. */
record Estimates(PriceBook prices, SortedMap<Workload, ValuedWorkload> valued) {

    /**
     * What estimates depend on besides what was observed.
     *
     * @param replicas of one workload that are valued at most
     */
    record Basis(Policy policy, Catalogue catalogue, Operator operator, Calibration calibration, int replicas) {}

    /** Estimates from what was observed until {@code at}; what is odd is added to {@code issues}. */
    static Estimates of(Basis basis, Observed observed, Instant at, DataIssues issues) {
        Policy policy = basis.policy();
        Operator operator = basis.operator();
        Address self = operator.self();
        List<Observation> observations = Distinct.of(observed.observations());
        Supply supply = Supply.of(observations, at, policy.demand().supplyWindow());
        if (supply.findStake(self).isEmpty()) {
            issues.add(operator.stakeUnknown());
        }
        SortedMap<Workload, Demand> demand =
                new DemandEstimator(policy.demand(), policy.share(), supply, self, at).estimate(observations, issues);
        PriceBook prices = new PriceBook(policy.prices(), supply, self, basis.catalogue(), policy.usdPerEth());
        operator.addPrices(prices, policy.usdPerEth());
        SortedMap<Workload, ValuedWorkload> valued = new Valuer(
                        policy.share(), supply, prices, self, basis.calibration())
                .value(demand, operator.besides(), operator.state(), basis.replicas(), issues);
        return new Estimates(prices, valued);
    }
}
