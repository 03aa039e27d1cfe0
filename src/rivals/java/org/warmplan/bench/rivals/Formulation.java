package org.warmplan.bench.rivals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.warmplan.bench.Changes;
import org.warmplan.bench.Layout;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/**
 * A problem as a linear model. Workers without a reload cost are one pool of cards; each other worker is switched:
 * off, it stays as it is, which is a constant; on, it pays its reload and its variables count. Amounts are gwei as they
 * are: their sums are under 4·10^18 by the problem's own limits, and far less in problems that are drawn.
 */
final class Formulation {
    private final Layout layout;
    private final LinearModel model;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final Sum changes = new Sum();
    private long constant;

    Formulation(Layout layout, LinearModel model) {
        this.layout = layout;
        this.model = model;
    }

    void build() {
        Problem problem = layout.problem();
        problem.workloads().forEach(w -> tallies.put(w.id(), new Tally(w, model)));
        problem.gpus().forEach(gpu -> gpu.current().forEach(w -> tally(w).countToday(gpu.gpuClass())));
        List<WorkerSpec> pool = new ArrayList<>();
        for (WorkerSpec worker : problem.workers()) {
            if (mayJoinPool(worker)) {
                pool.add(worker);
            } else {
                parts.add(new Part(this, List.of(worker), change(worker)));
            }
        }
        if (!pool.isEmpty()) {
            parts.add(new Part(this, pool, Switch.ON));
        }
        parts.forEach(Part::build);
        tallies.values().forEach(Tally::close);
        Long most = problem.maxChanges();
        if (most != null) {
            model.atMost(changes, most);
        }
    }

    /** No plan is worth more gwei, when no solution of the model earns more than {@code earned}. */
    BigInteger bound(BigInteger earned) {
        return earned.add(BigInteger.valueOf(constant));
    }

    /** The plan that a solution stands for. */
    Assignment assignment(long[] values) {
        Map<String, List<String>> byGpu = new HashMap<>();
        parts.forEach(part -> part.read(values, byGpu));
        Map<String, List<String>> inOrder = new HashMap<>();
        for (GpuSpec gpu : layout.problem().gpus()) {
            List<String> now = byGpu.getOrDefault(gpu.id(), List.of());
            inOrder.put(gpu.id(), Changes.between(gpu.current(), now).inOrder());
        }
        return Assignment.of(inOrder);
    }

    Layout layout() {
        return layout;
    }

    LinearModel model() {
        return model;
    }

    Iterable<WorkloadSpec> workloads() {
        return layout.problem().workloads();
    }

    Tally tally(String workload) {
        return Objects.requireNonNull(tallies.get(workload));
    }

    boolean countsChanges() {
        return layout.problem().maxChanges() != null;
    }

    void countChanges(int variable) {
        changes.add(variable, 1);
    }

    /** Earns an amount unless the switch is on. */
    void earnUnless(Switch change, long gwei) {
        constant += gwei;
        pay(change, gwei);
    }

    private void pay(Switch change, long gwei) {
        if (change.isFixed()) {
            constant -= gwei;
        } else if (gwei != 0) {
            model.earn(change.variable(), -gwei);
        }
    }

    /** Counts of free slots and of pinned replicas would be lost among others' cards. */
    private boolean mayJoinPool(WorkerSpec worker) {
        return worker.reloadCost() == 0
                && layout.pinnedOnWorker(worker.id()).isEmpty()
                && (worker.prefix() || worker.freeSlot().isEmpty());
    }

    private Switch change(WorkerSpec worker) {
        Today today = new Today(layout, worker);
        if (worker.reloadCost() == 0 || !today.mayStay()) {
            pay(Switch.ON, worker.reloadCost());
            return Switch.ON;
        }
        Switch change = new Switch(model.whole(1, 0));
        pay(change, worker.reloadCost());
        earnUnless(change, today.worthBesidesCurves());
        today.cards().forEach(card -> card.current().forEach(w -> tally(w).countKept(change, card.gpuClass())));
        return change;
    }
}
