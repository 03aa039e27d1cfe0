package org.warmplan.demand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.evidence.EvidenceGatherer;
import org.warmplan.demand.evidence.GatheredEvidence;
import org.warmplan.demand.forecast.ForecastPolicy;
import org.warmplan.demand.forecast.Outlook;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/** Gathers the evidence for every workload that somebody offers or asks for, and sums it up. */
public final class DemandEstimator {
    private final DemandPolicy policy;
    private final ForecastPolicy forecast;
    private final EvidenceGatherer gatherer;

    /**
     * An estimator for one instant.
     *
     * @param self the operator's own address, whose own offers tell nothing of what others ask for; null if unknown
     */
    public DemandEstimator(
            DemandPolicy policy,
            ForecastPolicy forecast,
            SharePolicy selection,
            Supply supply,
            @Nullable Address self,
            Instant at) {
        this.policy = policy;
        this.forecast = forecast;
        this.gatherer = new EvidenceGatherer(policy, selection, supply, self, at);
    }

    /** Demand of the workloads with any evidence, and what was seen beside it; odd counters are added to {@code issues}. */
    public EstimatedDemand estimate(List<Observation> observations, DataIssues issues) {
        GatheredEvidence gathered = gatherer.gather(observations, issues);
        SortedMap<Workload, Outlook> outlooks = forecast.forecaster().forecast(gathered.readings());
        SortedMap<Workload, Demand> demand = new TreeMap<>();
        outlooks.forEach((workload, outlook) -> demand.put(
                workload,
                demand(
                        workload,
                        outlook,
                        gathered.profiles().of(workload),
                        byKind(gathered.readings().getOrDefault(workload, List.of())))));
        return new EstimatedDemand(demand, gathered.leftOut(), gathered.priceTiers());
    }

    /** All weeks of a kind together: what counting more would not cure is the same in all of them. */
    private static List<Evidence> byKind(List<Reading> readings) {
        Map<EvidenceKind, List<Reading>> byKind = new EnumMap<>(EvidenceKind.class);
        readings.forEach(reading ->
                byKind.computeIfAbsent(reading.kind(), k -> new ArrayList<>()).add(reading));
        List<Evidence> evidence = new ArrayList<>();
        byKind.forEach((kind, of) -> evidence.add(together(kind, of)));
        return evidence;
    }

    /** Counted events are worth no more than a spread allows: as many as have the same relative error. */
    private static Evidence together(EvidenceKind kind, List<Reading> readings) {
        double events = readings.stream().mapToDouble(Reading::events).sum();
        double exposure = readings.stream().mapToDouble(Reading::exposure).sum();
        double spread = readings.stream().mapToDouble(Reading::spread).average().orElse(0);
        double worth = 1 / (1 + events * spread * spread);
        String text = readings.get(0).text();
        int more = readings.size() - 1;
        return new Evidence(
                kind,
                events * worth,
                exposure * worth,
                more == 0 ? text : text + " (and %d %s before)".formatted(more, more == 1 ? "week" : "weeks"));
    }

    private Demand demand(Workload workload, Outlook outlook, HourProfile profile, List<Evidence> evidence) {
        Pipeline pipeline = workload.pipeline();
        return new Demand(
                workload,
                outlook.rate(),
                profile,
                outlook.trend(),
                policy.unitsPerRate(pipeline),
                policy.busyPerRate(pipeline),
                evidence);
    }
}
