package org.warmplan.cli;

import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.Workload;
import org.warmplan.explain.Contributions;
import org.warmplan.fleet.FitRules;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Problem;
import org.warmplan.value.CurrentState;
import org.warmplan.value.ReloadPolicy;

/** What restarting each worker costs when an assignment runs on it. */
record Reloads(Fleet fleet, FitRules rules, ReloadPolicy policy) {

    /** Gwei per week by worker: what it earns with what is warm. */
    SortedMap<String, Long> earnings(Problem problem, Assignment assignment) {
        Contributions contributions = Contributions.of(problem, assignment);
        SortedMap<String, Long> earnings = new TreeMap<>();
        fleet.workers()
                .forEach(worker -> earnings.put(worker.name(), Math.max(0, contributions.ofWorker(worker.name()))));
        return earnings;
    }

    /** Gwei by worker: the time its models take to load, times what it earns with them. */
    SortedMap<String, Long> costs(Problem problem, Assignment assignment) {
        Contributions contributions = Contributions.of(problem, assignment);
        SortedMap<String, Long> costs = new TreeMap<>();
        for (FleetWorker worker : fleet.workers()) {
            long loading = 0;
            int containers = 0;
            for (FleetGpu gpu : worker.gpus()) {
                for (String id : assignment.on(CurrentState.gpuId(worker.name(), gpu.device()))) {
                    containers++;
                    loading += seconds(id, gpu);
                }
            }
            long weekly = Math.max(0, contributions.ofWorker(worker.name())) + worker.otherWeeklyGwei();
            costs.put(worker.name(), policy.cost(containers, loading, weekly));
        }
        return costs;
    }

    private long seconds(String id, FleetGpu gpu) {
        return Workload.find(id)
                .flatMap(workload -> rules.findLoadSeconds(workload, gpu.name()))
                .map(seconds -> seconds.setScale(0, RoundingMode.CEILING).longValue())
                .orElse(policy.loadSeconds());
    }

    /** Whether some worker's cost differs by more than a tenth. */
    static boolean differ(SortedMap<String, Long> before, SortedMap<String, Long> after) {
        return after.entrySet().stream().anyMatch(e -> {
            long old = before.getOrDefault(e.getKey(), 0L);
            return Math.abs(e.getValue() - old) * 10 > Math.max(old, e.getValue());
        });
    }
}
