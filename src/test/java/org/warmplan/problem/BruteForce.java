package org.warmplan.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/** The oracle: every assignment of a small problem, added up from the file format's rules without the program's code. */
public final class BruteForce {
    private final Problem problem;
    private final Map<String, List<String>> now = new TreeMap<>();

    private BruteForce(Problem problem) {
        this.problem = problem;
    }

    /** The best value, or empty when no assignment obeys the rules. */
    public static OptionalLong best(Problem problem) {
        long[] best = {Long.MIN_VALUE};
        boolean[] found = {false};
        visitFeasible(problem, (assignment, value) -> {
            best[0] = Math.max(best[0], value);
            found[0] = true;
        });
        return found[0] ? OptionalLong.of(best[0]) : OptionalLong.empty();
    }

    /** Shows every assignment that obeys the rules, once for each set of replicas of a gpu, with its value. */
    public static void visitFeasible(Problem problem, ObjLongConsumer<Assignment> visitor) {
        BruteForce search = new BruteForce(problem);
        search.place(0, 0, new ArrayList<>(), 0, () -> {
            if (search.isFeasible()) {
                visitor.accept(Assignment.of(search.now), search.value());
            }
        });
    }

    /** Whether an assignment of declared workloads obeys the rules. */
    public static boolean isFeasible(Problem problem, Assignment assignment) {
        BruteForce one = new BruteForce(problem);
        one.now.putAll(assignment.byGpu());
        return one.isFeasible();
    }

    private void place(int gpu, int slot, List<String> held, int from, Runnable visitor) {
        if (gpu == problem.gpus().size()) {
            visitor.run();
            return;
        }
        now.put(problem.gpus().get(gpu).id(), List.copyOf(held));
        place(gpu + 1, 0, new ArrayList<>(), 0, visitor);
        if (slot < problem.gpus().get(gpu).slots()) {
            for (int w = from; w < problem.workloads().size(); w++) {
                held.add(problem.workloads().get(w).id());
                place(gpu, slot + 1, held, w, visitor);
                held.remove(held.size() - 1);
            }
        }
    }

    private boolean isFeasible() {
        long changes = 0;
        for (GpuSpec gpu : problem.gpus()) {
            List<String> replicas = on(gpu.id());
            if (!fits(gpu, replicas)) {
                return false;
            }
            changes += changed(gpu);
        }
        if (problem.maxChanges() != null && changes > problem.maxChanges()) {
            return false;
        }
        return problem.workers().stream().allMatch(this::isInOrder)
                && problem.pins().stream().allMatch(this::isKept)
                && problem.workloads().stream().allMatch(this::isCountAllowed);
    }

    private boolean fits(GpuSpec gpu, List<String> replicas) {
        GpuClass gpuClass = problem.classes().stream()
                .filter(c -> c.id().equals(gpu.gpuClass()))
                .findFirst()
                .orElseThrow();
        WorkerSpec worker = problem.workers().stream()
                .filter(w -> w.id().equals(gpu.worker()))
                .findFirst()
                .orElseThrow();
        long need = 0;
        for (String replica : replicas) {
            Long vram = workload(replica).vramMib().get(gpu.gpuClass());
            boolean forbidden =
                    gpu.forbid().contains(replica) || worker.forbid().contains(replica);
            if (vram == null || (forbidden && !gpu.current().contains(replica))) {
                return false;
            }
            need += vram;
        }
        return replicas.size() <= gpu.slots() && need <= Math.max(0, gpuClass.vramMib() - gpu.reservedMib());
    }

    private boolean isInOrder(WorkerSpec worker) {
        List<GpuSpec> gpus = problem.gpusOf(worker.id());
        int replicas = gpus.stream().mapToInt(g -> on(g.id()).size()).sum();
        for (int j = 0; worker.prefix() && j < gpus.size(); j++) {
            int wanted = replicas / gpus.size() + (j < replicas % gpus.size() ? 1 : 0);
            if (on(gpus.get(j).id()).size() != wanted) {
                return false;
            }
        }
        return true;
    }

    private boolean isKept(PinSpec pin) {
        long demanded = problem.pins().stream().filter(pin::equals).count();
        long standing = problem.gpus().stream()
                .filter(g -> pin.place().equals(pin.onGpu() ? g.id() : g.worker()))
                .mapToLong(g -> Collections.frequency(on(g.id()), pin.workload()))
                .sum();
        return standing >= demanded;
    }

    private boolean isCountAllowed(WorkloadSpec workload) {
        long count = problem.gpus().stream()
                .mapToLong(g -> Collections.frequency(on(g.id()), workload.id()))
                .sum();
        return count >= workload.minReplicas() && count <= workload.maxReplicas();
    }

    private long value() {
        long value = 0;
        Map<String, Long> units = new HashMap<>();
        for (GpuSpec gpu : problem.gpus()) {
            for (String replica : on(gpu.id())) {
                units.merge(replica, (long) workload(replica).unitsOn(gpu.gpuClass()), Long::sum);
                value += workload(replica).linearOn(gpu.gpuClass());
            }
            List<String> added = new ArrayList<>(on(gpu.id()));
            gpu.current().forEach(added::remove);
            value -= added.stream().mapToLong(w -> workload(w).changeCost()).sum();
        }
        for (WorkloadSpec workload : problem.workloads()) {
            long y = units.getOrDefault(workload.id(), 0L);
            value += workload.marginal().stream()
                    .limit(y)
                    .mapToLong(Long::longValue)
                    .sum();
        }
        for (WorkerSpec worker : problem.workers()) {
            List<GpuSpec> gpus = problem.gpusOf(worker.id());
            long free =
                    gpus.stream().mapToLong(g -> g.slots() - on(g.id()).size()).sum();
            value += worker.freeSlot().stream()
                    .limit(free)
                    .mapToLong(Long::longValue)
                    .sum();
            value -= gpus.stream().anyMatch(g -> changed(g) > 0) ? worker.reloadCost() : 0;
        }
        return value;
    }

    private long changed(GpuSpec gpu) {
        List<String> added = new ArrayList<>(on(gpu.id()));
        gpu.current().forEach(added::remove);
        List<String> removed = new ArrayList<>(gpu.current());
        on(gpu.id()).forEach(removed::remove);
        return Math.max(added.size(), removed.size());
    }

    private List<String> on(String gpu) {
        return now.getOrDefault(gpu, List.of());
    }

    private WorkloadSpec workload(String id) {
        return problem.workloads().stream()
                .filter(w -> w.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
