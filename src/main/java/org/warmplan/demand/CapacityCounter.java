package org.warmplan.demand;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Workload;

/**
 * Finished jobs read from advertised batch capacity. A split orchestrator releases capacity it never reserved, so what
 * it advertises grows by one with every job (go-livepeer core/ai_orchestrator.go:403-441 at 176aa415). That counts one
 * orchestrator's jobs, failures and tests included; divided by its share it stands for the network.
 */
final class CapacityCounter {
    private static final double WEEK_SECONDS = Duration.ofDays(7).toSeconds();

    private final DemandPolicy policy;
    private final SharePolicy selection;
    private final Supply supply;

    CapacityCounter(DemandPolicy policy, SharePolicy selection, Supply supply) {
        this.policy = policy;
        this.selection = selection;
        this.supply = supply;
    }

    /**
     * The growth between snapshots, and for the time before them the counters themselves.
     *
     * @param offers of one workload, oldest first
     */
    List<Evidence> find(Workload workload, List<Offer> offers, DataIssues issues) {
        Map<String, List<Offer>> byNode = new TreeMap<>();
        offers.stream()
                .filter(Offer::isWarm)
                .forEach(offer -> byNode.computeIfAbsent(
                                offer.orchestrator() + " " + offer.uri(), n -> new ArrayList<>())
                        .add(offer));
        return Stream.of(drift(workload, byNode, issues), sinceStart(workload, byNode))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Evidence> drift(Workload workload, Map<String, List<Offer>> byNode, DataIssues issues) {
        double jobs = 0;
        SortedMap<Address, Double> weeks = new TreeMap<>();
        for (List<Offer> samples : byNode.values()) {
            Watched watched = watched(samples, issues);
            jobs += watched.jobs();
            // Several nodes of one address share one part of the network's jobs.
            weeks.merge(samples.get(0).orchestrator(), watched.weeks(), Math::max);
        }
        double exposure = weeks.entrySet().stream()
                .mapToDouble(e -> e.getValue() * shareOf(workload, e.getKey()))
                .sum();
        if (exposure <= 0) {
            return Optional.empty();
        }
        double real = jobs * (1 - policy.testShare());
        double damped = real > policy.driftMaxEvents() ? policy.driftMaxEvents() / real : 1;
        String text = "capacity counters grew by %.0f where %.2f network-weeks were watched".formatted(jobs, exposure);
        return Optional.of(new Evidence(EvidenceKind.CAPACITY_DRIFT, real * damped, exposure * damped, text));
    }

    /** Jobs counted on one node while its counter was seen to grow, and for how many weeks it was watched. */
    private record Watched(double jobs, double weeks) {}

    private Watched watched(List<Offer> samples, DataIssues issues) {
        double jobs = 0;
        double weeks = 0;
        Offer before = samples.get(0);
        for (Offer after : samples) {
            Duration between = Duration.between(before.seenAt(), after.seenAt());
            if (between.compareTo(policy.sampleSpacing()) < 0) {
                // Gateways ask every 25 minutes or so: two snapshots close together may hold one answer.
                continue;
            }
            if (after.capacity() < before.capacity()) {
                if (isCounter(before)) {
                    issues.add(reset(before, after));
                }
            } else if (isCounter(before) || isCounter(after)) {
                jobs += after.capacity() - before.capacity();
                weeks += between.toSeconds() / WEEK_SECONDS;
            }
            before = after;
        }
        return new Watched(jobs, weeks);
    }

    private Optional<Evidence> sinceStart(Workload workload, Map<String, List<Offer>> byNode) {
        double jobs = 0;
        SortedMap<Address, Double> shares = new TreeMap<>();
        for (List<Offer> samples : byNode.values()) {
            Offer last = samples.get(samples.size() - 1);
            if (isCounter(last) && last.capacity() >= policy.sinceStart().least()) {
                jobs += last.capacity() * (1 - policy.testShare());
                shares.put(last.orchestrator(), shareOf(workload, last.orchestrator()));
            }
        }
        if (jobs <= 0) {
            return Optional.empty();
        }
        DemandPolicy.SinceStart start = policy.sinceStart();
        double share = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        double perWeek = jobs / (start.weeks() * Math.min(1, share));
        String text = String.format(
                Locale.ROOT,
                "capacity counters stand at %.0f, taken as jobs since a start %.0f weeks ago",
                jobs / (1 - policy.testShare()),
                start.weeks());
        return Optional.of(
                new Evidence(EvidenceKind.CAPACITY_SINCE_START, start.weight(), start.weight() / perWeek, text));
    }

    /** More than the node can serve at once: no capacity but a counter. */
    private static boolean isCounter(Offer offer) {
        return offer.capacity() > Math.max(1, offer.gpus().size());
    }

    /** The part of the network's jobs this orchestrator is thought to get while all are idle. */
    private double shareOf(Workload workload, Address orchestrator) {
        List<@Nullable BigDecimal> others = new ArrayList<>();
        supply.rivals(workload, orchestrator).forEach(rival -> others.add(rival.stake()));
        return selection
                .share(supply.findStake(orchestrator).orElse(null), others)
                .mid();
    }

    private static DataIssue reset(Offer before, Offer after) {
        return new DataIssue(
                "capacityReset",
                "network-capabilities",
                after.orchestrator() + " " + after.workload(),
                before.capacity() + " -> " + after.capacity(),
                "A capacity counter fell: the node restarted, and its jobs in between are not counted.");
    }
}
