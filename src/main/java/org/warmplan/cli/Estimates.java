package org.warmplan.cli;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.function.DoubleFunction;
import org.warmplan.demand.DemandEstimator;
import org.warmplan.demand.Distinct;
import org.warmplan.demand.EstimatedDemand;
import org.warmplan.demand.Supply;
import org.warmplan.demand.evidence.LeftOut;
import org.warmplan.demand.evidence.PriceTiers;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Catalogue;
import org.warmplan.history.Observed;
import org.warmplan.value.Calibration;
import org.warmplan.value.OwnCards;
import org.warmplan.value.PriceBook;
import org.warmplan.value.ValuedWorkload;
import org.warmplan.value.Valuer;

/**
 * What the network is thought to ask for, at which prices, and what that is worth here.
 *
 * @param atMix what the same demand is worth if such a part of batch demand comes by on-chain gateways
 */
record Estimates(
        PriceBook prices,
        SortedMap<Workload, ValuedWorkload> valued,
        List<LeftOut> leftOut,
        SortedMap<Workload, PriceTiers> priceTiers,
        DoubleFunction<SortedMap<Workload, ValuedWorkload>> atMix) {

    /**
     * What estimates depend on besides what was observed.
     *
     * @param cards what there is to serve with
     */
    record Basis(Policy policy, Catalogue catalogue, Operator operator, Calibration calibration, OwnCards cards) {}

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
        EstimatedDemand estimated = new DemandEstimator(
                        policy.demand(), policy.forecast(), policy.share(), supply, self, at)
                .estimate(observations, issues);
        PriceBook prices = new PriceBook(policy.prices(), supply, self, basis.catalogue(), policy.usdPerEth());
        operator.addPrices(prices, policy.usdPerEth());
        prices.assumeAdvertised(policy.value().advertisedFactor());
        Valuer valuer = new Valuer(policy.share(), supply, prices, self)
                .with(policy.value())
                .with(basis.calibration());
        return new Estimates(
                prices,
                value(valuer, estimated, basis, issues),
                estimated.leftOut(),
                estimated.priceTiers(),
                mix -> value(valuer.withOnChain(mix), estimated, basis, new DataIssues()));
    }

    private static SortedMap<Workload, ValuedWorkload> value(
            Valuer valuer, EstimatedDemand estimated, Basis basis, DataIssues issues) {
        Operator operator = basis.operator();
        return valuer.value(estimated.demand(), operator.besides(), operator.state(), basis.cards(), issues);
    }
}
