package org.warmplan.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.Demand;
import org.warmplan.demand.SharePolicy;
import org.warmplan.demand.Supply;
import org.warmplan.demand.share.Gateways;
import org.warmplan.demand.share.LiveShares;
import org.warmplan.demand.share.Seller;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/** Values every workload that could be warmed. */
public final class Valuer {
    private static final double WEEK_SECONDS = 604_800;

    /** Containers of one rival that are looked at; more than that are never met full. */
    private static final long MOST_CONTAINERS = 10_000;

    private final SharePolicy selection;
    private final Supply supply;
    private final PriceBook prices;
    private final @Nullable Address self;
    private final ValuePolicy policy;
    private final Calibration calibration;

    /** A valuer for one orchestrator; {@code self} is null when the operator did not say which it is. */
    public Valuer(SharePolicy selection, Supply supply, PriceBook prices, @Nullable Address self) {
        this(selection, supply, prices, self, ValuePolicy.SHIPPED, Calibration.NONE);
    }

    private Valuer(
            SharePolicy selection,
            Supply supply,
            PriceBook prices,
            @Nullable Address self,
            ValuePolicy policy,
            Calibration calibration) {
        this.selection = selection;
        this.supply = supply;
        this.prices = prices;
        this.self = self;
        this.policy = policy;
        this.calibration = calibration;
    }

    /** The same valuer with other assumptions. */
    public Valuer with(ValuePolicy assumptions) {
        return new Valuer(selection, supply, prices, self, assumptions, calibration);
    }

    /** The same valuer with what own income of earlier weeks proved to be of what was estimated. */
    public Valuer with(Calibration proved) {
        return new Valuer(selection, supply, prices, self, policy, proved);
    }

    /** The same valuer at another mix of gateways: so much of batch demand from on-chain ones, 0 to 1. */
    public Valuer withOnChain(double part) {
        return new Valuer(selection.withOnChain(part), supply, prices, self, policy, calibration);
    }

    /**
     * Values the workloads.
     *
     * @param demand what is known of demand
     * @param besides workloads to value though nobody asks for them: what runs now or is pinned
     * @param current what containers elsewhere serve already
     * @param own what we serve with
     */
    public SortedMap<Workload, ValuedWorkload> value(
            SortedMap<Workload, Demand> demand,
            Collection<Workload> besides,
            CurrentState current,
            OwnCards own,
            DataIssues issues) {
        Asked asked = new Asked(current, own, speeds(own, issues));
        SortedSet<Workload> all = new TreeSet<>(demand.keySet());
        all.addAll(besides);
        SortedMap<Workload, ValuedWorkload> valued = new TreeMap<>();
        // No workload's value depends on another's; what is odd is told in their order.
        for (Answer answer : all.parallelStream()
                .map(workload -> answer(workload, demand.get(workload), asked))
                .toList()) {
            valued.put(answer.valued().workload(), answer.valued());
            issues.addAll(answer.issues().list());
        }
        return Collections.unmodifiableSortedMap(valued);
    }

    /** The same for reference cards in one process, {@code slots} of them at most for one workload. */
    public SortedMap<Workload, ValuedWorkload> value(
            SortedMap<Workload, Demand> demand,
            Collection<Workload> besides,
            CurrentState current,
            int slots,
            DataIssues issues) {
        return value(demand, besides, current, OwnCards.of(slots), issues);
    }

    /** What is valued for: what runs now, what we have, and how fast our cards are by name. */
    private record Asked(CurrentState current, OwnCards own, SortedMap<String, Double> speeds) {}

    private record Answer(ValuedWorkload valued, DataIssues issues) {}

    private Answer answer(Workload workload, @Nullable Demand demand, Asked asked) {
        DataIssues issues = new DataIssues();
        return new Answer(value(workload, demand, asked, issues), issues);
    }

    /** How fast our cards are; told when there are several sorts and nothing says. */
    private SortedMap<String, Double> speeds(OwnCards own, DataIssues issues) {
        SortedMap<String, Double> speeds = new TreeMap<>();
        for (String name : own.gpuNames()) {
            speeds.put(name, policy.speedOf(name));
            if (own.gpuNames().size() > 1 && !policy.speeds().containsKey(name)) {
                issues.add(new DataIssue(
                        "speedUnknown",
                        "plan",
                        name,
                        name,
                        "Nothing public says how fast this card is beside others, so all count alike. Maybe set its"
                                + " speed under value.speeds."));
            }
        }
        return speeds;
    }

    private ValuedWorkload value(Workload workload, @Nullable Demand demand, Asked asked, DataIssues issues) {
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
            double wei = prices.expectedWeiPerUnit(workload, price.price()) * calibration.factor(workload.pipeline());
            Market market = market(workload, rivals, asked.own());
            CurveMaker maker =
                    new CurveMaker(demand, market, wei, policy, asked.own().slots());
            int served = asked.current().servedExternally(workload);
            curve = maker.curve(served, asked.speeds());
            if (rivals.isEmpty() && served == 0) {
                curve = curve.withCold(cold(workload, demand, wei));
            }
            reportFar(workload, price, beside, issues);
        }
        return new ValuedWorkload(workload, demand, price, beside, rivals.size(), share, curve);
    }

    private Market market(Workload workload, List<Supply.Rival> rivals, OwnCards own) {
        if (workload.pipeline().isLive()) {
            LiveShares shares = new LiveShares(selection.streamSeconds(), selection.gateways());
            return new LiveMarket(
                    shares,
                    rivals.stream()
                            .map(rival -> (int) Math.max(1, Math.min(MOST_CONTAINERS, rival.replicas())))
                            .toList());
        }
        double average = rivals.stream()
                .map(Supply.Rival::stake)
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .average()
                .orElse(1);
        List<Seller> sellers = new ArrayList<>();
        boolean known = true;
        for (Supply.Rival rival : rivals) {
            BigDecimal stake = rival.stake();
            known &= stake != null;
            int nodes = Math.max(1, supply.warmNodes(workload, rival.address()));
            int containers = (int) Math.min(1000, Math.max(1, Math.round((double) rival.replicas() / nodes)));
            sellers.add(new Seller(stake == null ? average : stake.doubleValue(), nodes, containers, 1));
        }
        Gateways gateways = new Gateways(selection.gateways(), selection.onChain(), selection.stakeWeight());
        Double stake = supply.findStake(self).map(BigDecimal::doubleValue).orElse(null);
        return new BatchMarket(gateways, stake, own.nodes(), sellers, known);
    }

    /** What would come for a cold entry of ours while nobody has it warm: a part, when others list it cold too. */
    private Curve.ColdDemand cold(Workload workload, Demand demand, double weiPerUnit) {
        List<@Nullable BigDecimal> others = supply.coldStakes(workload, self);
        double part = workload.pipeline().isLive()
                ? 1.0 / (others.size() + 1)
                : selection.share(supply.findStake(self).orElse(null), others).mid();
        double rate = demand.rate().mean() * part;
        double busy = rate * demand.busyPerRate();
        double requests = workload.pipeline().isLive() ? busy * WEEK_SECONDS / selection.streamSeconds() : rate;
        return new Curve.ColdDemand(rate * demand.unitsPerRate() * weiPerUnit / 1e9, requests, busy);
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
