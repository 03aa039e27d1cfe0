package org.warmplan.certify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each kind of worker is worth at the prices, best(W) of DESIGN "Bound"; each kind is looked at once. */
final class WorkerWorth {
    private final Priced priced;
    private final GpuWorth gpus;
    private final Map<WorkerKind, Exact> best = new HashMap<>();

    WorkerWorth(Priced priced, GpuWorth gpus) {
        this.priced = priced;
        this.gpus = gpus;
    }

    GpuWorth gpus() {
        return gpus;
    }

    /** {@link Exact#NONE} when no set of replicas keeps the rules. */
    Exact best(WorkerKind worker) {
        return best.computeIfAbsent(worker, w -> keep(w).max(reload(w, w.prefix() ? bestInOrder(w) : bestInAny(w))));
    }

    /** The current state without costs, or {@link Exact#NONE} when it does not meet pins, order and VRAM. */
    Exact keep(WorkerKind worker) {
        Exact sum = Exact.ZERO;
        Map<Integer, Integer> missing = new HashMap<>();
        worker.pins().forEach(w -> missing.merge(w, 1, Integer::sum));
        int held = 0;
        for (int j = 0; j < worker.gpus().size(); j++) {
            List<Integer> current = worker.gpus().get(j).current();
            if (worker.prefix() && !follows(held, j, current.size())) {
                return Exact.NONE;
            }
            current.forEach(w -> missing.computeIfPresent(w, (pin, k) -> k - 1));
            held += current.size();
            sum = sum.plus(gpus.keep(worker.gpus().get(j)));
        }
        boolean pinned = missing.values().stream().allMatch(k -> k <= 0);
        return pinned ? sum.plus(free(worker, worker.slots() - held)) : Exact.NONE;
    }

    /**
     * Whether gpu {@code j} of a worker with slot order may hold so many: as many as the gpus before it or one fewer, but
     * never more than the one before.
     *
     * @param held replicas on the gpus before it
     */
    static boolean follows(int held, int j, int replicas) {
        if (j == 0) {
            return true;
        }
        int most = (held + j - 1) / j;
        return held == most * j ? replicas == most || replicas == most - 1 : replicas == most - 1;
    }

    /** What so many free slots earn. */
    Exact free(WorkerKind worker, int slots) {
        Exact sum = Exact.ZERO;
        for (int k = 0; k < Math.min(slots, worker.freeSlot().size()); k++) {
            sum = sum.plus(Exact.product(worker.freeSlot().get(k), priced.scale()));
        }
        return sum;
    }

    Exact reload(WorkerKind worker, Exact sum) {
        return sum.plus(Exact.product(-worker.reloadCost(), priced.scale()));
    }

    /** Replica n+1 goes to gpu n mod G, so that from n to n+1 one gpu changes. */
    private Exact bestInOrder(WorkerKind worker) {
        int size = worker.gpus().size();
        Exact sum = Exact.ZERO;
        int impossible = 0;
        for (GpuKind gpu : worker.gpus()) {
            impossible += gpus.best(gpu).isNone(0) ? 1 : 0;
            sum = sum.plus(orZero(gpus.best(gpu).get(0)));
        }
        Exact most = Exact.NONE;
        for (int n = 0; ; n++) {
            if (impossible == 0) {
                most = most.max(sum.plus(free(worker, worker.slots() - n)));
            }
            if (n == worker.slots()) {
                return most;
            }
            Amounts row = gpus.best(worker.gpus().get(n % size));
            Exact before = row.get(n / size);
            Exact after = row.get(n / size + 1);
            impossible += (after.isNone() ? 1 : 0) - (before.isNone() ? 1 : 0);
            sum = sum.minus(orZero(before)).plus(orZero(after));
        }
    }

    private static Exact orZero(Exact amount) {
        return amount.isNone() ? Exact.ZERO : amount;
    }

    /** Gpu by gpu, best by the free slots so far; more than earn something need not be told apart. */
    private Exact bestInAny(WorkerKind worker) {
        int earning = Math.min(worker.freeSlot().size(), worker.slots());
        Amounts row = new Amounts(earning + 1);
        row.set(0, Exact.ZERO);
        for (GpuKind gpu : worker.gpus()) {
            Amounts next = new Amounts(earning + 1);
            Amounts worth = gpus.best(gpu);
            for (int free = 0; free <= earning; free++) {
                for (int c = 0; c <= gpu.slots() && !row.isNone(free); c++) {
                    next.raise(
                            Math.min(earning, free + gpu.slots() - c),
                            row.get(free).plus(worth.get(c)));
                }
            }
            row = next;
        }
        Exact most = Exact.NONE;
        for (int free = 0; free <= earning; free++) {
            most = most.max(row.get(free).plus(free(worker, free)));
        }
        return most;
    }
}
