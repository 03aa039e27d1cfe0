package org.warmplan.certify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One gpu in its turn: what may be put on it, and what may still come after it. */
final class Layer {
    private final PriceBound bound;
    private final Grounds.Worker worker;
    private final int place;
    private final List<List<Filling>> fillings;
    private final Completion completion;
    private final Exact laterWorkers;
    private final long[][] further;
    private final Exact[] idle;
    private Exact idleSum = Exact.ZERO;
    private int impossible;
    private final Map<List<Integer>, Exact> known = new HashMap<>();

    /**
     * @param place of the gpu on its worker
     * @param laterWorkers best(W) of the workers after this one, and λ·maxChanges
     * @param further replicas that the gpus after this one can hold, by workload and class
     */
    Layer(
            PriceBound bound,
            Grounds.Worker worker,
            int place,
            List<List<Filling>> fillings,
            Completion completion,
            Exact laterWorkers,
            long[][] further) {
        this.bound = bound;
        this.worker = worker;
        this.place = place;
        this.fillings = fillings;
        this.completion = completion;
        this.laterWorkers = laterWorkers;
        this.further = further;
        this.idle = new Exact[further.length];
        for (int w = 0; w < further.length; w++) {
            idle[w] = bound.surplus(w, new long[further[w].length], further[w]);
            impossible += idle[w].isNone() ? 1 : 0;
            idleSum = idle[w].isNone() ? idleSum : idleSum.plus(idle[w]);
        }
    }

    String gpu() {
        return worker.gpus().get(place).id();
    }

    WorkerKind worker() {
        return worker.kind();
    }

    int gpuClass() {
        return worker.kind().gpus().get(place).gpuClass();
    }

    List<List<Filling>> fillings() {
        return fillings;
    }

    boolean mayHold(int held, int replicas) {
        return !worker.kind().prefix() || WorkerWorth.follows(held, place, replicas);
    }

    boolean endsWorker() {
        return place == worker.gpus().size() - 1;
    }

    Exact end(int held, boolean changed) {
        return completion.end(held, changed);
    }

    /** What the worker's further gpus, its free slots and reload, and all further workers bring at best. */
    Exact rest(int held, boolean changed) {
        return completion.best(place + 1, held, changed).plus(laterWorkers);
    }

    /** Σ S_w when these replicas stand on the gpus up to this one. */
    Exact surplus(List<Integer> replicas) {
        Exact sum = idleSum;
        int left = impossible;
        int classes = bound.priced().classes();
        for (int i = 0; i < replicas.size(); ) {
            int w = replicas.get(i) / classes;
            int end = i;
            while (end < replicas.size() && replicas.get(end) / classes == w) {
                end++;
            }
            Exact surplus = surplus(w, replicas.subList(i, end));
            left -= idle[w].isNone() ? 1 : 0;
            sum = sum.plus(surplus);
            sum = idle[w].isNone() ? sum : sum.minus(idle[w]);
            i = end;
        }
        return left > 0 ? Exact.NONE : sum;
    }

    private Exact surplus(int w, List<Integer> replicas) {
        Exact surplus = known.get(replicas);
        if (surplus == null) {
            int classes = bound.priced().classes();
            long[] there = new long[classes];
            replicas.forEach(r -> there[r % classes]++);
            surplus = bound.surplus(w, there, further[w]);
            known.put(new ArrayList<>(replicas), surplus);
        }
        return surplus;
    }
}
