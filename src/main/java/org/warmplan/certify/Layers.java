package org.warmplan.certify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All gpus in the order they are filled, worker by worker. */
final class Layers {
    private final PriceBound bound;
    private final Exact slack;
    private final Budget budget;
    private final Map<GpuKind, List<List<Filling>>> fillings = new HashMap<>();
    private final Map<WorkerKind, Completion> completions = new HashMap<>();
    private final List<Layer> layers = new ArrayList<>();
    private final long[][] further;

    private Layers(PriceBound bound, Exact slack, Budget budget) {
        this.bound = bound;
        this.slack = slack;
        this.budget = budget;
        this.further = bound.capacities();
    }

    /** The cells of all tables: with very many gpus an exhaustion is not begun. */
    static long cells(PriceBound bound) {
        long curves = 0;
        for (int w = 0; w < bound.priced().workloads(); w++) {
            curves += 1 + bound.priced().workload(w).marginal().size();
        }
        long cells = bound.priced().problem().gpus().size() * curves;
        for (Grounds.Worker worker : bound.workers()) {
            cells += Completion.cells(worker.kind());
        }
        return cells;
    }

    /**
     * As many as the budget allows.
     *
     * @param slack how much the bound is above what is claimed; {@link Exact#NONE} when every assignment is of interest
     */
    static List<Layer> of(PriceBound bound, Exact slack, Budget budget) {
        Layers all = new Layers(bound, slack, budget);
        Exact later = bound.priced().changeAllowance();
        List<Grounds.Worker> workers =
                bound.workers().stream().filter(w -> !w.gpus().isEmpty()).toList();
        for (Grounds.Worker worker : workers) {
            later = later.plus(bound.worth().best(worker.kind()));
        }
        for (Grounds.Worker worker : workers) {
            later = later.minus(bound.worth().best(worker.kind()));
            all.add(worker, later);
        }
        return all.layers;
    }

    private void add(Grounds.Worker worker, Exact later) {
        Completion completion = completions.computeIfAbsent(worker.kind(), kind -> new Completion(kind, bound.worth()));
        for (int place = 0; place < worker.gpus().size() && !budget.isSpent(); place++) {
            GpuKind gpu = worker.kind().gpus().get(place);
            for (int w = 0; w < further.length; w++) {
                further[w][gpu.gpuClass()] -= gpu.capacity(bound.priced(), w);
            }
            List<List<Filling>> ways = fillings.computeIfAbsent(
                    gpu, kind -> Fillings.of(bound.priced(), bound.worth().gpus(), kind, slack, budget));
            long[][] left = Arrays.stream(further).map(long[]::clone).toArray(long[][]::new);
            layers.add(new Layer(bound, worker, place, ways, completion, later, left));
        }
    }
}
