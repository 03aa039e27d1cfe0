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
        for (GpuSpec gpu : problem.gpus()) {
            contributions.byGpu.put(gpu.id(), contributions.split(gpu, workloads, units));
        }
        return contributions;
    }

    /** Gwei per week by replica on a gpu, in the assignment's order. */
    public List<Long> on(String gpu) {
        return byGpu.getOrDefault(gpu, List.of());
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

    private List<Long> split(GpuSpec gpu, Map<String, WorkloadSpec> workloads, Map<String, Long> units) {
        List<String> kept = new ArrayList<>(gpu.current());
        List<Long> amounts = new ArrayList<>();
        for (String id : assignment.on(gpu.id())) {
            WorkloadSpec workload = workloads.get(id);
            if (workload == null) {
                throw new IllegalArgumentException("The workload (" + id + ") is not in the problem.");
            }
            long before = units.getOrDefault(id, 0L);
            long after = before + workload.unitsOn(gpu.gpuClass());
            units.put(id, after);
            long amount = worth(workload, after) - worth(workload, before) + workload.linearOn(gpu.gpuClass());
            amounts.add(kept.remove(id) ? amount : amount - workload.changeCost());
        }
        return List.copyOf(amounts);
    }

    private static long worth(WorkloadSpec workload, long units) {
        return workload.marginal().stream()
                .limit(units)
                .mapToLong(Long::longValue)
                .sum();
    }
}
