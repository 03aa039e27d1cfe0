package org.warmplan.explain;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/**
 * Cards that hold others up: go-livepeer fills the cards in their order, so behind one that can host nothing of worth
 * the rest stays free too.
 */
public final class BlockedCards {
    private final Problem problem;
    private final Assignment assignment;

    private BlockedCards(Problem problem, Assignment assignment) {
        this.problem = problem;
        this.assignment = assignment;
    }

    /** A sentence per worker whose next free slot could host nothing while a later one could. */
    public static List<String> of(Problem problem, Assignment assignment) {
        BlockedCards cards = new BlockedCards(problem, assignment);
        List<String> sentences = new ArrayList<>();
        for (WorkerSpec worker : problem.workers()) {
            List<GpuSpec> gpus = problem.gpusOf(worker.id());
            if (worker.prefix() && !gpus.isEmpty()) {
                cards.addBlocked(worker, gpus, sentences);
            }
        }
        return sentences;
    }

    /** Slots are filled card by card, so the next one is on the first card with the fewest replicas. */
    private void addBlocked(WorkerSpec worker, List<GpuSpec> gpus, List<String> sentences) {
        int filled = gpus.stream().mapToInt(gpu -> on(gpu).size()).sum();
        int place = filled % gpus.size();
        GpuSpec next = gpus.get(place);
        boolean blocked = filled < gpus.size() * next.slots()
                && !canEarn(worker, next)
                && gpus.stream().anyMatch(gpu -> on(gpu).size() < gpu.slots() && canEarn(worker, gpu));
        if (blocked) {
            sentences.add(
                    "Nothing more of worth fits %s (%s), and go-livepeer fills cards in the order of -nvidia, so %s. %s"
                            .formatted(
                                    next.id(),
                                    next.gpuClass(),
                                    next.slots() > 1 ? "later slots stay free too" : "the cards after it stay free too",
                                    next.slots() > 1
                                            ? "Maybe leave it out of -nvidia and of gpus."
                                            : "Maybe set reorderDevices: true for this worker, or leave the card out."));
        }
    }

    private List<String> on(GpuSpec gpu) {
        return assignment.on(gpu.id());
    }

    private boolean canEarn(WorkerSpec worker, GpuSpec gpu) {
        long room = problem.classes().stream()
                        .filter(c -> c.id().equals(gpu.gpuClass()))
                        .mapToLong(GpuClass::vramMib)
                        .sum()
                - gpu.reservedMib()
                - taken(gpu);
        return problem.workloads().stream()
                .anyMatch(w -> !w.marginal().isEmpty()
                        && !gpu.forbid().contains(w.id())
                        && !worker.forbid().contains(w.id())
                        && fits(w, gpu, room));
    }

    private long taken(GpuSpec gpu) {
        return problem.workloads().stream()
                .mapToLong(w -> on(gpu).stream().filter(w.id()::equals).count()
                        * w.vramMib().getOrDefault(gpu.gpuClass(), 0L))
                .sum();
    }

    private static boolean fits(WorkloadSpec workload, GpuSpec gpu, long room) {
        Long need = workload.vramMib().get(gpu.gpuClass());
        return need != null && need <= room;
    }
}
