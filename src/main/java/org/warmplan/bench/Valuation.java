package org.warmplan.bench;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/**
 * What an assignment is worth, so that contenders can compare their own.
 *
 * @param value gwei per week
 * @param broken one sentence per broken rule; without any the assignment is feasible
 */
public record Valuation(BigInteger value, List<String> broken) {
    public Valuation {
        broken = List.copyOf(broken);
    }

    public boolean isFeasible() {
        return broken.isEmpty();
    }

    public static Valuation of(Layout layout, Assignment assignment) {
        return new Sum(layout, assignment).all();
    }

    /** Adds up, worker after worker. */
    private static final class Sum {
        private final Layout layout;
        private final Assignment assignment;
        private final List<String> broken = new ArrayList<>();
        private final Map<String, Long> units = new HashMap<>();
        private final Map<String, Integer> replicas = new HashMap<>();
        private BigInteger value = BigInteger.ZERO;
        private long changed;

        Sum(Layout layout, Assignment assignment) {
            this.layout = layout;
            this.assignment = assignment;
        }

        Valuation all() {
            layout.problem().workers().forEach(this::addWorker);
            layout.problem().workloads().forEach(this::addCurve);
            Long most = layout.problem().maxChanges();
            require(most == null || changed <= most, () -> changed + " slots change, too many");
            return new Valuation(value, broken);
        }

        private void addWorker(WorkerSpec worker) {
            List<GpuSpec> cards = layout.cardsOf(worker.id());
            long before = changed;
            List<String> all = new ArrayList<>();
            cards.forEach(card -> all.addAll(addCard(card)));
            add(changed > before ? -worker.reloadCost() : 0);
            int free = cards.stream().mapToInt(GpuSpec::slots).sum() - all.size();
            worker.freeSlot().stream().limit(Math.max(0, free)).forEach(this::add);
            requirePinned(layout.pinnedOnWorker(worker.id()), all, worker.id());
            for (int place = 0; worker.prefix() && place < cards.size(); place++) {
                int inOrder = all.size() / cards.size() + (place < all.size() % cards.size() ? 1 : 0);
                String card = cards.get(place).id();
                require(
                        assignment.on(card).size() == inOrder,
                        () -> card + " does not hold " + inOrder + ", as the order asks");
            }
        }

        private List<String> addCard(GpuSpec gpu) {
            List<String> now = assignment.on(gpu.id());
            Changes changes = Changes.between(gpu.current(), now);
            changed += changes.slots();
            long need = 0;
            for (String id : now) {
                WorkloadSpec workload = layout.workload(id);
                require(layout.mayHost(gpu, workload), () -> id + " may not be on " + gpu.id());
                need += workload.vramMib().getOrDefault(gpu.gpuClass(), 0L);
                add(workload.linearOn(gpu.gpuClass()));
                units.merge(id, (long) workload.unitsOn(gpu.gpuClass()), Long::sum);
                replicas.merge(id, 1, Integer::sum);
            }
            changes.added().forEach(id -> add(-layout.workload(id).changeCost()));
            requireRoom(gpu, need);
            require(now.size() <= gpu.slots(), () -> gpu.id() + " holds " + now.size());
            requirePinned(layout.pinnedOn(gpu), now, gpu.id());
            return now;
        }

        private void addCurve(WorkloadSpec workload) {
            workload.marginal().stream()
                    .limit(units.getOrDefault(workload.id(), 0L))
                    .forEach(this::add);
            int count = replicas.getOrDefault(workload.id(), 0);
            require(
                    count >= workload.minReplicas() && count <= workload.maxReplicas(),
                    () -> workload.id() + " has " + count + " replicas");
        }

        private void requireRoom(GpuSpec gpu, long need) {
            require(need <= layout.room(gpu), () -> gpu.id() + " needs " + need + " MiB");
        }

        private void requirePinned(List<String> pinned, List<String> there, String place) {
            for (String id : new HashSet<>(pinned)) {
                boolean enough = Collections.frequency(there, id) >= Collections.frequency(pinned, id);
                require(enough, () -> id + " is pinned to " + place);
            }
        }

        private void add(long amount) {
            value = value.add(BigInteger.valueOf(amount));
        }

        private void require(boolean kept, Supplier<String> otherwise) {
            if (!kept) {
                broken.add(otherwise.get());
            }
        }
    }
}
