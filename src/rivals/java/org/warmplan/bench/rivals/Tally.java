package org.warmplan.bench.rivals;

import org.warmplan.problem.WorkloadSpec;

/** What all workers together have of a workload. */
final class Tally {
    private final WorkloadSpec workload;
    private final LinearModel model;
    private final Sum units = new Sum();
    private final Sum replicas = new Sum();
    private long unitsToday;

    Tally(WorkloadSpec workload, LinearModel model) {
        this.workload = workload;
        this.model = model;
    }

    WorkloadSpec workload() {
        return workload;
    }

    /** Counts a variable's replicas on a class. */
    void count(int variable, String gpuClass) {
        units.add(variable, workload.unitsOn(gpuClass));
        replicas.add(variable, 1);
    }

    /** Counts a replica that is there unless its worker changes. */
    void countKept(Switch change, String gpuClass) {
        long more = workload.unitsOn(gpuClass);
        units.add(more);
        change.addTo(units, -more);
        replicas.add(1);
        change.addTo(replicas, -1);
    }

    void countToday(String gpuClass) {
        unitsToday += workload.unitsOn(gpuClass);
    }

    /**
     * Earns by the curve, a variable for each stretch where units are worth the same. As a later stretch is worth less,
     * none is used before those ahead of it are full.
     */
    void close() {
        Sum used = new Sum();
        int from = 0;
        while (from < workload.marginal().size() && workload.marginal().get(from) > 0) {
            long slope = workload.marginal().get(from);
            int to = from;
            while (to < workload.marginal().size() && workload.marginal().get(to) == slope) {
                to++;
            }
            int stretch = model.amount(to - from, Math.max(0, Math.min(to, unitsToday) - from));
            model.earn(stretch, slope);
            used.add(stretch, 1);
            from = to;
        }
        model.atMost(used.add(units, -1), 0);
        if (workload.maxReplicas() < Integer.MAX_VALUE) {
            model.atMost(replicas, workload.maxReplicas());
        }
        if (workload.minReplicas() > 0) {
            model.atLeast(replicas, workload.minReplicas());
        }
    }
}
