package org.warmplan.demand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.evidence.EvidenceGatherer;
import org.warmplan.demand.evidence.GatheredEvidence;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/** Gathers the evidence for every workload that somebody offers or asks for, and sums it up. */
public final class DemandEstimator {
    private final DemandPolicy policy;
    private final EvidenceGatherer gatherer;

    /**
     * An estimator for one instant.
     *
     * @param self the operator's own address, whose own offers tell nothing of what others ask for; null if unknown
     */
    public DemandEstimator(
            DemandPolicy policy, SharePolicy selection, Supply supply, @Nullable Address self, Instant at) {
        this.policy = policy;
        this.gatherer = new EvidenceGatherer(policy, selection, supply, self, at);
    }

    /** Demand by workload, for those with any evidence; odd counters are added to {@code issues}. */
    public SortedMap<Workload, Demand> estimate(List<Observation> observations, DataIssues issues) {
        GatheredEvidence gathered = gatherer.gather(observations, issues);
        SortedMap<Workload, Demand> demand = new TreeMap<>();
        gathered.readings().forEach((workload, readings) -> {
            List<Evidence> evidence = byKind(readings);
            if (evidence.stream().anyMatch(e -> e.events() > 0)) {
                demand.put(
                        workload, demand(workload, evidence, gathered.profiles().of(workload)));
            }
        });
        return Collections.unmodifiableSortedMap(demand);
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

    private Demand demand(Workload workload, List<Evidence> evidence, HourProfile profile) {
        Pipeline pipeline = workload.pipeline();
        return new Demand(
                workload,
                Rate.sum(evidence),
                profile,
                policy.unitsPerRate(pipeline),
                policy.busyPerRate(pipeline),
                evidence);
    }
}
