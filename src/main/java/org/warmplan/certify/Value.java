package org.warmplan.certify;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/** What an assignment is worth, gwei per week, added up rule by rule. */
final class Value {
    private final Declared declared;
    private final Map<String, Long> units = new HashMap<>();
    private final Map<String, Long> free = new HashMap<>();
    private final Set<String> reloaded = new HashSet<>();
    private BigInteger sum = BigInteger.ZERO;

    private Value(Problem problem) {
        this.declared = new Declared(problem);
    }

    /** Any assignment of declared workloads, whether it keeps the rules or not. */
    static BigInteger of(Problem problem, Assignment assignment) {
        Value value = new Value(problem);
        problem.gpus().forEach(gpu -> value.addReplicas(gpu, assignment.on(gpu.id())));
        problem.workloads().forEach(value::addCurve);
        problem.workers().forEach(value::addWorker);
        return value.sum;
    }

    private void addReplicas(GpuSpec gpu, List<String> replicas) {
        Change change = Change.of(gpu, replicas);
        for (String replica : replicas) {
            WorkloadSpec workload = declared.workload(replica);
            units.merge(replica, (long) workload.unitsOn(gpu.gpuClass()), Long::sum);
            add(workload.linearOn(gpu.gpuClass()));
        }
        change.added().forEach(w -> add(-declared.workload(w).changeCost()));
        free.merge(gpu.worker(), (long) gpu.slots() - replicas.size(), Long::sum);
        if (change.slots() > 0) {
            reloaded.add(gpu.worker());
        }
    }

    private void addCurve(WorkloadSpec workload) {
        long y = units.getOrDefault(workload.id(), 0L);
        workload.marginal().stream().limit(y).forEach(this::add);
    }

    private void addWorker(WorkerSpec worker) {
        long slots = Math.max(0, free.getOrDefault(worker.id(), 0L));
        worker.freeSlot().stream().limit(slots).forEach(this::add);
        if (reloaded.contains(worker.id())) {
            add(-worker.reloadCost());
        }
    }

    private void add(long amount) {
        sum = sum.add(BigInteger.valueOf(amount));
    }
}
