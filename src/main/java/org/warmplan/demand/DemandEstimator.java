package org.warmplan.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Window;
import org.warmplan.domain.Workload;

/** Gathers the evidence for every workload that somebody offers, and sums it up. */
public final class DemandEstimator {
    private static final double WEEK_SECONDS = Duration.ofDays(7).toSeconds();

    private final DemandPolicy policy;
    private final SharePolicy selection;
    private final Supply supply;
    private final @Nullable Address self;
    private final Window window;

    /**
     * An estimator for one instant.
     *
     * @param self the operator's own address, whose own offers tell nothing of what others ask for; null if unknown
     */
    public DemandEstimator(
            DemandPolicy policy, SharePolicy selection, Supply supply, @Nullable Address self, Instant at) {
        this.policy = policy;
        this.selection = selection;
        this.supply = supply;
        this.self = self;
        this.window = Window.before(at, policy.window());
    }

    /** Demand by workload, for those with any evidence; odd counters are added to {@code issues}. */
    public SortedMap<Workload, Demand> estimate(List<Observation> observations, DataIssues issues) {
        SortedMap<Workload, List<Offer>> byWorkload = new TreeMap<>();
        for (Observation observation : observations) {
            if (observation instanceof Offer offer && window.contains(offer.seenAt())) {
                byWorkload
                        .computeIfAbsent(offer.workload(), w -> new ArrayList<>())
                        .add(offer);
            }
        }
        SortedMap<Workload, Demand> demand = new TreeMap<>();
        byWorkload.forEach((workload, offers) -> {
            List<Evidence> evidence = evidence(workload, offers, issues);
            if (!evidence.isEmpty()) {
                demand.put(workload, demand(workload, evidence));
            }
        });
        return Collections.unmodifiableSortedMap(demand);
    }

    private List<Evidence> evidence(Workload workload, List<Offer> offers, DataIssues issues) {
        if (policy.ignoredModels().contains(workload.modelId())) {
            return List.of();
        }
        List<Evidence> evidence = new ArrayList<>();
        offers.sort(Comparator.comparing(Offer::seenAt));
        if (workload.pipeline().isLive()) {
            LiveInUse.find(offers, policy.sampleSpacing()).ifPresent(evidence::add);
        } else {
            evidence.addAll(new CapacityCounter(policy, selection, supply).find(workload, offers, issues));
        }
        Registrations.find(policy.registrations(), supply, self, workload, busyPerRate(workload.pipeline()))
                .ifPresent(evidence::add);
        boolean seen = evidence.stream().anyMatch(e -> e.events() > 0);
        return seen ? evidence : List.of();
    }

    private Demand demand(Workload workload, List<Evidence> evidence) {
        Pipeline pipeline = workload.pipeline();
        double units = pipeline.isLive()
                ? WEEK_SECONDS * Pipeline.LIVE_UNITS_PER_SECOND
                : policy.getJob(pipeline).units();
        return new Demand(workload, Rate.sum(evidence), HourProfile.FLAT, units, busyPerRate(pipeline), evidence);
    }

    private double busyPerRate(Pipeline pipeline) {
        return pipeline.isLive() ? 1 : policy.getJob(pipeline).seconds() / WEEK_SECONDS;
    }
}
