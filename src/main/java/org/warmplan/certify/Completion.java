package org.warmplan.certify;

import java.util.ArrayList;
import java.util.List;

/** What the rest of a worker is worth at best, when its first gpus are filled. */
final class Completion {
    private final WorkerWorth workers;
    private final WorkerKind kind;
    private final List<Amounts> changed = new ArrayList<>();
    private final List<Exact> kept = new ArrayList<>();

    Completion(WorkerKind kind, WorkerWorth workers) {
        this.workers = workers;
        this.kind = kind;
        int slots = kind.slots();
        Amounts row = new Amounts(slots + 1);
        Exact keep = keptFree();
        for (int held = 0; held <= slots; held++) {
            row.set(held, workers.free(kind, slots - held));
        }
        changed.add(row);
        kept.add(keep);
        for (int j = kind.gpus().size() - 1; j >= 0; j--) {
            row = before(j, row);
            keep = keep.plus(workers.gpus().keep(kind.gpus().get(j)));
            changed.add(0, row);
            kept.add(0, keep);
        }
    }

    /** The cells that a worker of this kind needs. */
    static long cells(WorkerKind kind) {
        return (1L + kind.slots()) * kind.gpus().size();
    }

    /** Free slots of the current state, or {@link Exact#NONE} when it may not stay as it is. */
    private Exact keptFree() {
        int held = kind.gpus().stream().mapToInt(gpu -> gpu.current().size()).sum();
        return workers.keep(kind).isNone() ? Exact.NONE : workers.free(kind, kind.slots() - held);
    }

    private Amounts before(int j, Amounts after) {
        GpuKind gpu = kind.gpus().get(j);
        Amounts worth = workers.gpus().best(gpu);
        Amounts row = new Amounts(after.size());
        for (int held = 0; held + gpu.slots() < row.size(); held++) {
            for (int c = 0; c <= gpu.slots(); c++) {
                if (!kind.prefix() || WorkerWorth.follows(held, j, c)) {
                    row.raise(held, worth.get(c).plus(after.get(held + c)));
                }
            }
        }
        return row;
    }

    /**
     * Gpus {@code j} and after, free slots and reload.
     *
     * @param held replicas on the gpus before
     * @param isChanged whether any of those gpus differs from what it holds now
     */
    Exact best(int j, int held, boolean isChanged) {
        Exact reloaded = workers.reload(kind, changed.get(j).get(held));
        return isChanged ? reloaded : reloaded.max(kept.get(j));
    }

    /** Free slots and reload of a worker that is filled. */
    Exact end(int held, boolean isChanged) {
        Exact free = workers.free(kind, kind.slots() - held);
        return isChanged ? workers.reload(kind, free) : free;
    }
}
