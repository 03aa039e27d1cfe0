package org.warmplan.cli;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.warmplan.demand.Demand;
import org.warmplan.demand.DemandEstimator;
import org.warmplan.demand.Distinct;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.Keep;
import org.warmplan.history.Observed;
import org.warmplan.value.OwnCards;
import org.warmplan.value.PriceBook;
import org.warmplan.value.ValuedWorkload;
import org.warmplan.value.Valuer;

/** What the network is thought to ask for, at which prices, and what that is worth here. */
record Estimates(PriceBook prices, SortedMap<Workload, ValuedWorkload> valued) {

    /** Estimates from what was observed until {@code at}; what is odd is added to {@code issues}. */
    static Estimates of(PlanStep.Setting setting, Observed observed, Instant at, DataIssues issues) {
        Policy policy = setting.policy();
        Fleet fleet = setting.fleet();
        Address self = fleet.orchestrator();
        List<Observation> observations = Distinct.of(observed.observations());
        Supply supply = Supply.of(observations, at, policy.demand().supplyWindow());
        if (supply.findStake(self).isEmpty()) {
            issues.add(stakeUnknown(fleet));
        }
        SortedMap<Workload, Demand> demand = new DemandEstimator(
                        policy.demand(), policy.forecast(), policy.share(), supply, self, at)
                .estimate(observations, issues);
        PriceBook prices = new PriceBook(policy.prices(), supply, self, setting.catalogue(), policy.usdPerEth());
        addOwnPrices(prices, setting);
        prices.assumeAdvertised(policy.value().advertisedFactor());
        SortedMap<Workload, ValuedWorkload> valued = new Valuer(policy.share(), supply, prices, self)
                .with(policy.value())
                .value(demand, besides(setting), setting.files().state(), OwnCards.of(fleet), issues);
        return new Estimates(prices, valued);
    }

    private static void addOwnPrices(PriceBook prices, PlanStep.Setting setting) {
        setting.fleet()
                .prices()
                .forEach(own -> prices.addOwn(
                        own.workload(), own.perUnit(setting.policy().usdPerEth()), "yours, in fleet.yaml", true));
        setting.files()
                .prices(setting.policy().usdPerEth())
                .forEach(file ->
                        file.prices().forEach((workload, price) -> prices.addOwn(workload, price, file.text(), false)));
    }

    /** What runs now or is pinned warm is valued too, whether or not anybody is known to ask for it. */
    private static Set<Workload> besides(PlanStep.Setting setting) {
        Set<Workload> besides = new LinkedHashSet<>(setting.files().state().warmAnywhere());
        setting.fleet().pins().stream()
                .filter(pin -> pin.keep() == Keep.WARM)
                .forEach(pin -> besides.add(pin.workload()));
        return besides;
    }

    private static DataIssue stakeUnknown(Fleet fleet) {
        Address self = fleet.orchestrator();
        String what = self == null
                ? "The fleet file names no orchestrator address"
                : "No source lists the stake of your orchestrator";
        return new DataIssue(
                "stakeUnknown",
                "plan",
                "orchestrator",
                self == null ? "" : self.value(),
                what + ", so your share of on-chain work is a range: from none by stake to an even part.");
    }
}
