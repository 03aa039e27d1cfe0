package org.warmplan.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.Demand;
import org.warmplan.demand.SharePolicy;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/** Values every workload that could be warmed. */
public final class Valuer {
    private final SharePolicy selection;
    private final Supply supply;
    private final PriceBook prices;
    private final @Nullable Address self;
    private final Calibration calibration;

    /**
     * A valuer for one orchestrator.
     *
     * @param self null when the operator did not say which it is
     * @param calibration what own income of earlier weeks proved to be of what was estimated
     */
    public Valuer(
            SharePolicy selection, Supply supply, PriceBook prices, @Nullable Address self, Calibration calibration) {
        this.selection = selection;
        this.supply = supply;
        this.prices = prices;
        this.self = self;
        this.calibration = calibration;
    }

    /**
     * Values the workloads.
     *
     * @param demand what is known of demand
     * @param besides workloads to value though nobody asks for them: what runs now or is pinned
     * @param current what containers elsewhere serve already
     * @param slots most replicas of one workload
     */
    public SortedMap<Workload, ValuedWorkload> value(
            SortedMap<Workload, Demand> demand,
            Collection<Workload> besides,
            CurrentState current,
            int slots,
            DataIssues issues) {
        SortedMap<Workload, ValuedWorkload> valued = new TreeMap<>();
        demand.forEach((workload, known) -> valued.put(workload, value(workload, known, current, slots, issues)));
        for (Workload workload : besides) {
            valued.computeIfAbsent(workload, w -> value(w, null, current, slots, issues));
        }
        return Collections.unmodifiableSortedMap(valued);
    }

    private ValuedWorkload value(
            Workload workload, @Nullable Demand demand, CurrentState current, int slots, DataIssues issues) {
        List<Supply.Rival> rivals = supply.rivals(workload, self);
        List<@Nullable BigDecimal> stakes = new ArrayList<>();
        rivals.forEach(rival -> stakes.add(rival.stake()));
        SharePolicy.Share share = selection.share(supply.findStake(self).orElse(null), stakes);
        PlannedPrice price = prices.find(workload).orElse(null);
        PriceComparison beside = prices.compare(workload);
        Curve curve = Curve.NOTHING;
        if (workload.pipeline() == Pipeline.TEXT_TO_SPEECH) {
            issues.add(textToSpeech(workload));
        } else if (demand == null) {
            issues.add(issue(
                    "noDemand",
                    workload,
                    "Nothing public tells of demand for it: it is not newly warmed, and stays where it runs."));
        } else if (price == null) {
            issues.add(issue(
                    "unpriced",
                    workload,
                    "It has no price, and none is suggested: it is not newly warmed. Maybe set one under prices."));
        } else {
            long replicas = rivals.stream().mapToLong(Supply.Rival::replicas).sum();
            Market market =
                    new Market(workload.pipeline().isLive(), selection.onChain(), share, rivals.size(), replicas);
            double wei = prices.expectedWeiPerUnit(workload, price.price()) * calibration.factor(workload.pipeline());
            curve = Curve.of(demand, market, wei, current.servedExternally(workload), slots);
            reportFar(workload, price, beside, issues);
        }
        return new ValuedWorkload(workload, demand, price, beside, rivals.size(), share, curve);
    }

    /** A suggestion that the documents do not bear out, or that only one of them does. */
    private void reportFar(Workload workload, PlannedPrice price, PriceComparison beside, DataIssues issues) {
        double outside = beside.documented().timesOutside(price.price());
        double apart = beside.documented().timesApart();
        if (price.isSuggested() && outside > prices.farFactor()) {
            issues.add(issue(
                    "priceFarFromDocuments",
                    workload,
                    "The suggested price is %.1f times outside what the documents say. Maybe set your own under prices."
                            .formatted(outside)));
        } else if (price.origin() == PlannedPrice.Origin.DOCUMENTED && apart > prices.farFactor()) {
            issues.add(issue(
                    "documentsDisagree",
                    workload,
                    "The documented prices differ %.1f times, and the lowest is suggested. Maybe set your own under prices."
                            .formatted(apart)));
        }
    }

    /** Orchestrator and gateway count its units differently, by a factor of 1000 (domain: ai_http.go, ai_process.go). */
    private static DataIssue textToSpeech(Workload workload) {
        return issue(
                "textToSpeechUnit",
                workload,
                "Orchestrator and gateway count its units differently by 1000 (go-livepeer ai_http.go:1568-1570,"
                        + " ai_process.go:874-877 at 176aa415), so it is planned at 0.");
    }

    private static DataIssue issue(String kind, Workload workload, String message) {
        return new DataIssue(kind, "plan", "", workload.id(), message);
    }
}
