package org.warmplan.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/**
 * What each replica of a plan adds to its value. A workload's curve is split over its replicas in the order of the
 * slots; each also gets its linear amount and pays its change. Together with free slots, less the reloads, they are the
 * plan's value to the gwei.
 */
public final class Contributions {
    private final Problem problem;
    private final Assignment assignment;
    private final Map<String, List<Long>> byGpu = new TreeMap<>();

    private Contributions(Problem problem, Assignment assignment) {
        this.problem = problem;
        this.assignment = assignment;
    }

    /** Splits an assignment's value. */
    public static Contributions of(Problem problem, Assignment assignment) {
        Contributions contributions = new Contributions(problem, assignment);
        Map<String, WorkloadSpec> workloads = new HashMap<>();
        problem.workloads().forEach(w -> workloads.put(w.id(), w));
        Map<String, Long> units = new HashMap<>();
        for (WorkerSpec worker : problem.workers()) {
            contributions.split(problem.gpusOf(worker.id()), workloads, units);
        }
        return contributions;
    }

    /** Gwei per week by replica on a gpu, in the assignment's order. */
    public List<Long> on(String gpu) {
        return List.copyOf(byGpu.getOrDefault(gpu, List.of()));
    }

    /** Gwei per week of a worker's replicas together, changes paid, reload not. */
    public long ofWorker(String worker) {
        return problem.gpusOf(worker).stream()
                .flatMap(gpu -> on(gpu.id()).stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Gwei per week that a worker's free slots earn. */
    public long freeSlotsOf(WorkerSpec worker) {
        long free = problem.gpusOf(worker.id()).stream()
                .mapToLong(gpu -> gpu.slots() - assignment.on(gpu.id()).size())
                .sum();
        return worker.freeSlot().stream().limit(free).mapToLong(Long::longValue).sum();
    }

    /** Gwei that restarting a worker costs: nothing when none of its slots changes. */
    public long reloadOf(WorkerSpec worker) {
        boolean changes = problem.gpusOf(worker.id()).stream().anyMatch(this::changes);
        return changes ? worker.reloadCost() : 0;
    }

    private boolean changes(GpuSpec gpu) {
        List<String> before = new ArrayList<>(gpu.current());
        List<String> now = new ArrayList<>(assignment.on(gpu.id()));
        before.sort(null);
        now.sort(null);
        return !before.equals(now);
    }

    /** One container of each card after the other: the first of every card, then the second of every card. */
    private void split(List<GpuSpec> gpus, Map<String, WorkloadSpec> workloads, Map<String, Long> units) {
        Map<String, List<String>> kept = new HashMap<>();
        int most = 0;
        for (GpuSpec gpu : gpus) {
            kept.put(gpu.id(), new ArrayList<>(gpu.current()));
            byGpu.put(gpu.id(), new ArrayList<>());
            most = Math.max(most, assignment.on(gpu.id()).size());
        }
        for (int container = 0; container < most; container++) {
            for (GpuSpec gpu : gpus) {
                List<String> replicas = assignment.on(gpu.id());
                if (container < replicas.size()) {
                    String id = replicas.get(container);
                    long amount = amount(getWorkload(id, workloads), gpu, units);
                    boolean stays = kept.getOrDefault(gpu.id(), List.of()).remove(id);
                    byGpu.computeIfAbsent(gpu.id(), g -> new ArrayList<>())
                            .add(
                                    stays
                                            ? amount
                                            : amount
                                                    - getWorkload(id, workloads).changeCost());
                }
            }
        }
    }

    private static WorkloadSpec getWorkload(String id, Map<String, WorkloadSpec> workloads) {
        WorkloadSpec workload = workloads.get(id);
        if (workload == null) {
            throw new IllegalArgumentException("The workload (" + id + ") is not in the problem.");
        }
        return workload;
    }

    private static long amount(WorkloadSpec workload, GpuSpec gpu, Map<String, Long> units) {
        long before = units.getOrDefault(workload.id(), 0L);
        long after = before + workload.unitsOn(gpu.gpuClass());
        units.put(workload.id(), after);
        return worth(workload, after) - worth(workload, before) + workload.linearOn(gpu.gpuClass());
    }

    private static long worth(WorkloadSpec workload, long units) {
        return workload.marginal().stream()
                .limit(units)
                .mapToLong(Long::longValue)
                .sum();
    }
}
