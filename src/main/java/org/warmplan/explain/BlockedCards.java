package org.warmplan.explain;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/**
 * Cards that hold others up: go-livepeer fills the cards in their order, so behind one that can host nothing of worth
 * the rest stays free too.
 */
public final class BlockedCards {
    private BlockedCards() {}

    /** A sentence per worker whose first free card could host nothing while a later one could. */
    public static List<String> of(Problem problem, Assignment assignment) {
        List<String> sentences = new ArrayList<>();
        for (WorkerSpec worker : problem.workers()) {
            List<GpuSpec> gpus = problem.gpusOf(worker.id());
            int free = 0;
            while (free < gpus.size() && !assignment.on(gpus.get(free).id()).isEmpty()) {
                free++;
            }
            boolean blocked = worker.prefix()
                    && free < gpus.size() - 1
                    && !canEarn(problem, worker, gpus.get(free))
                    && gpus.subList(free + 1, gpus.size()).stream().anyMatch(gpu -> canEarn(problem, worker, gpu));
            if (blocked) {
                sentences.add(
                        ("Nothing of worth fits %s (%s), and go-livepeer fills cards in the order of -nvidia, so the"
                                        + " cards after it stay free too. Maybe move it to the end of -nvidia and of gpus, or"
                                        + " leave it out.")
                                .formatted(gpus.get(free).id(), gpus.get(free).gpuClass()));
            }
        }
        return sentences;
    }

    private static boolean canEarn(Problem problem, WorkerSpec worker, GpuSpec gpu) {
        long room = problem.classes().stream()
                        .filter(c -> c.id().equals(gpu.gpuClass()))
                        .mapToLong(c -> c.vramMib())
                        .sum()
                - gpu.reservedMib();
        return problem.workloads().stream()
                .anyMatch(w -> !w.marginal().isEmpty()
                        && !gpu.forbid().contains(w.id())
                        && !worker.forbid().contains(w.id())
                        && fits(w, gpu, room));
    }

    private static boolean fits(WorkloadSpec workload, GpuSpec gpu, long room) {
        Long need = workload.vramMib().get(gpu.gpuClass());
        return need != null && need <= room;
    }
}
