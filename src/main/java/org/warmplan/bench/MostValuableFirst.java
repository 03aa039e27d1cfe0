package org.warmplan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.warmplan.certify.Certifier;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/**
 * What operators are advised to do: warm the most valuable workload that fits, on every card anew and without a look at
 * the others. Rules are kept as far as that goes; a worker on which it does not stays as it is.
 */
public final class MostValuableFirst implements Contender {
    @Override
    public String name() {
        return "most-valuable";
    }

    @Override
    public Answer solve(Problem problem, Duration limit) {
        Layout layout = new Layout(problem);
        Assignment assignment = new Filling(layout).all();
        return Certifier.worth(problem, assignment).isPresent()
                ? Answer.of(assignment)
                : new KeepCurrent().solve(problem, limit);
    }

    /** Worker after worker. */
    private static final class Filling {
        private final Layout layout;
        private final Map<String, List<WorkloadSpec>> ranked = new HashMap<>();
        private final List<WorkloadSpec> demanded;
        private final Map<String, Integer> replicas = new HashMap<>();
        private final Map<String, List<String>> byGpu = new HashMap<>();
        private long changesLeft;

        Filling(Layout layout) {
            this.layout = layout;
            this.demanded = layout.problem().workloads().stream()
                    .filter(w -> w.minReplicas() > 0)
                    .toList();
            Long most = layout.problem().maxChanges();
            this.changesLeft = most == null ? Long.MAX_VALUE : most;
        }

        Assignment all() {
            for (WorkerSpec worker : layout.problem().workers()) {
                List<GpuSpec> cards = layout.cardsOf(worker.id());
                Map<String, List<String>> filled = fill(worker, cards);
                long changes = cards.stream()
                        .mapToLong(card -> Changes.between(card.current(), on(filled, card))
                                .slots())
                        .sum();
                boolean pinned = cards.stream().allMatch(card -> holds(on(filled, card), layout.pinnedOn(card)));
                boolean keep = !pinned || changes > changesLeft;
                changesLeft -= keep ? 0 : changes;
                for (GpuSpec card : cards) {
                    List<String> now = keep
                            ? card.current()
                            : Changes.between(card.current(), on(filled, card)).inOrder();
                    byGpu.put(card.id(), now);
                    now.forEach(w -> replicas.merge(w, 1, Integer::sum));
                }
            }
            return Assignment.of(byGpu);
        }

        private Map<String, List<String>> fill(WorkerSpec worker, List<GpuSpec> cards) {
            Map<String, List<String>> filled = new HashMap<>();
            Map<String, Integer> here = new HashMap<>();
            List<String> pins = new ArrayList<>(layout.pinnedOnWorker(worker.id()));
            int slots = cards.stream().mapToInt(GpuSpec::slots).max().orElse(0);
            for (int slot = 0; slot < slots; slot++) {
                for (GpuSpec card : cards) {
                    if (slot < card.slots() && !place(card, filled, here, pins) && worker.prefix()) {
                        return filled;
                    }
                }
            }
            return filled;
        }

        /** Whether anything fitted. */
        private boolean place(
                GpuSpec card, Map<String, List<String>> filled, Map<String, Integer> here, List<String> pins) {
            List<String> now = filled.computeIfAbsent(card.id(), c -> new ArrayList<>());
            List<String> due = new ArrayList<>(layout.pinnedOn(card));
            now.forEach(due::remove);
            due.addAll(pins);
            long room = layout.room(card) - need(now, card);
            for (WorkloadSpec workload : order(due, here, card.gpuClass())) {
                String id = workload.id();
                if (count(id, here) < workload.maxReplicas()
                        && layout.mayHost(card, workload)
                        && need(List.of(id), card) <= room) {
                    now.add(id);
                    here.merge(id, 1, Integer::sum);
                    pins.remove(id);
                    return true;
                }
            }
            return false;
        }

        /** What is pinned here, what the fleet has too few of, then by worth. */
        private List<WorkloadSpec> order(List<String> due, Map<String, Integer> here, String gpuClass) {
            List<WorkloadSpec> order =
                    new ArrayList<>(due.stream().map(layout::workload).toList());
            demanded.stream().filter(w -> count(w.id(), here) < w.minReplicas()).forEach(order::add);
            order.addAll(ranked(gpuClass));
            return order;
        }

        private int count(String workload, Map<String, Integer> here) {
            return replicas.getOrDefault(workload, 0) + here.getOrDefault(workload, 0);
        }

        private long need(List<String> workloads, GpuSpec card) {
            return workloads.stream()
                    .mapToLong(w -> layout.workload(w).vramMib().getOrDefault(card.gpuClass(), 0L))
                    .sum();
        }

        private List<WorkloadSpec> ranked(String gpuClass) {
            return ranked.computeIfAbsent(
                    gpuClass,
                    c -> layout.problem().workloads().stream()
                            .sorted(Comparator.comparingLong((WorkloadSpec w) -> -firstWorth(w, c)))
                            .toList());
        }

        /** Gwei per week of a first replica on the class. */
        private static long firstWorth(WorkloadSpec workload, String gpuClass) {
            return workload.linearOn(gpuClass)
                    + workload.marginal().stream()
                            .limit(workload.unitsOn(gpuClass))
                            .mapToLong(u -> u)
                            .sum();
        }

        private static boolean holds(List<String> now, List<String> demanded) {
            List<String> left = new ArrayList<>(now);
            return demanded.stream().allMatch(left::remove);
        }

        private static List<String> on(Map<String, List<String>> filled, GpuSpec card) {
            return filled.getOrDefault(card.id(), List.of());
        }
    }
}
