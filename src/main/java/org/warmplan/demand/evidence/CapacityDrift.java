package org.warmplan.demand.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.Reading;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Workload;

/**
 * Jobs read from batch capacity that grew. A split orchestrator releases capacity it never reserved, so what it advertises
 * grows by one with every job, done or failed (go-livepeer core/ai_orchestrator.go:403-441 at 176aa415). All batch workloads
 * of a node count once one of them surely does, also those that did not grow: nobody asked for them. A step in which a
 * counter fell tells nothing: the node restarted, or a worker left.
 */
final class CapacityDrift {
    /** Steps no longer than this tell which hour the jobs were asked for in. */
    private static final Duration HOURLY = Duration.ofMinutes(90);

    private final Setting setting;
    private final TestJobs tests;
    private final Map<Workload, Map<Node, CapacitySteps>> steps = new HashMap<>();
    private final Set<Node> counting = new HashSet<>();

    CapacityDrift(Setting setting, TestJobs tests) {
        this.setting = setting;
        this.tests = tests;
        for (Workload workload : setting.seen().offered()) {
            if (!workload.pipeline().isLive()) {
                steps.put(workload, stepsOf(workload));
            }
        }
        steps.values()
                .forEach(byNode -> byNode.forEach((node, of) -> {
                    if (counting.contains(node)) {
                        tests.compare(of.growth(), of.weeks());
                    }
                }));
    }

    private Map<Node, CapacitySteps> stepsOf(Workload workload) {
        Map<Node, CapacitySteps> byNode = new TreeMap<>();
        setting.seen().offersOf(workload).forEach((node, offers) -> {
            CapacitySteps of = CapacitySteps.of(offers, setting.policy().sampleSpacing(), setting.issues());
            byNode.put(node, of);
            if (of.isSurelyCounter(setting.evidence().sinceStart().least())) {
                counting.add(node);
            }
        });
        return byNode;
    }

    /**
     * A reading for every week in which a counter was watched.
     *
     * @param withOwn whether the own node counts too: not when its own metrics tell better
     */
    List<Reading> find(Workload workload, boolean withOwn, HourTally hours) {
        WatchedJobs watched = new WatchedJobs(setting, tests, workload);
        Set<Node> nodes = new HashSet<>();
        steps.getOrDefault(workload, Map.of()).forEach((node, of) -> {
            boolean own = node.orchestrator().equals(setting.self());
            if (counting.contains(node) && (withOwn || !own)) {
                of.steps().forEach(step -> add(watched, workload, node, step, hours));
                nodes.add(node);
            }
        });
        return watched.readings(
                EvidenceKind.CAPACITY_DRIFT,
                setting.evidence().driftSpread(),
                "capacity counters of %d %s".formatted(nodes.size(), nodes.size() == 1 ? "node" : "nodes"),
                week -> true);
    }

    private void add(WatchedJobs watched, Workload workload, Node node, CapacitySteps.Step step, HourTally hours) {
        if (step.fell()) {
            setting.issues().add(reset(workload, node, step));
            return;
        }
        watched.add(node.orchestrator(), node.uri(), step.from(), step.to(), (double) step.growth());
        Duration length = Duration.between(step.from(), step.to());
        if (length.compareTo(HOURLY) <= 0) {
            Instant middle = step.from().plus(length.dividedBy(2));
            double real = step.growth() * (1 - setting.policy().testShare());
            hours.add(middle, real, length.toSeconds() / 3_600.0);
        }
    }

    private static DataIssue reset(Workload workload, Node node, CapacitySteps.Step step) {
        return new DataIssue(
                "capacityReset",
                "network-capabilities",
                node.orchestrator() + " " + workload,
                step.before() + " -> " + step.after(),
                "A capacity counter fell: the node restarted, and its jobs in between are not counted.");
    }
}
