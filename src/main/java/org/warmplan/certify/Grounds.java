package org.warmplan.certify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.PinSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;

/** Reads the gpus and workers of a problem as kinds, each with the ids of its gpus. */
final class Grounds {
    private static final Comparator<List<Integer>> BY_ITEMS = (a, b) -> {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return a.get(i).compareTo(b.get(i));
            }
        }
        return Integer.compare(a.size(), b.size());
    };
    private static final Comparator<GpuKind> ORDER = Comparator.comparingInt(GpuKind::gpuClass)
            .thenComparingInt(GpuKind::slots)
            .thenComparingLong(GpuKind::room)
            .thenComparing(GpuKind::current, BY_ITEMS)
            .thenComparing(GpuKind::forbidden, BY_ITEMS)
            .thenComparing(GpuKind::pins, BY_ITEMS);

    private final Priced priced;
    private final Map<GpuKind, GpuKind> kinds = new HashMap<>();
    private final Map<Collection<String>, List<Integer>> lists = new HashMap<>();

    private Grounds(Priced priced) {
        this.priced = priced;
    }

    /** A gpu as its kind. */
    record Gpu(String id, GpuKind kind) {}

    /** A worker as its kind, with its gpus in the order of {@link WorkerKind#gpus}. */
    record Worker(WorkerKind kind, List<Gpu> gpus) {}

    static List<Worker> of(Priced priced) {
        return new Grounds(priced).workers();
    }

    private List<Worker> workers() {
        Problem problem = priced.problem();
        Map<String, List<String>> pinsOfGpu = new HashMap<>();
        Map<String, List<String>> pinsOfWorker = new HashMap<>();
        for (PinSpec pin : problem.pins()) {
            (pin.onGpu() ? pinsOfGpu : pinsOfWorker)
                    .computeIfAbsent(pin.place(), place -> new ArrayList<>())
                    .add(pin.workload());
        }
        Declared declared = new Declared(problem);
        return problem.workers().stream()
                .map(worker -> worker(
                        worker,
                        declared.gpusOf(worker.id()).stream()
                                .map(gpu -> new Gpu(gpu.id(), kind(gpu, worker, pins(pinsOfGpu, gpu.id()))))
                                .toList(),
                        pins(pinsOfWorker, worker.id())))
                .toList();
    }

    private static List<String> pins(Map<String, List<String>> byPlace, String place) {
        return byPlace.getOrDefault(place, List.of());
    }

    private GpuKind kind(GpuSpec gpu, WorkerSpec worker, List<String> pins) {
        int gpuClass = priced.gpuClass(gpu.gpuClass());
        Collection<String> forbidden = worker.forbid();
        if (!gpu.forbid().isEmpty()) {
            forbidden = new TreeSet<>(forbidden);
            forbidden.addAll(gpu.forbid());
        }
        GpuKind kind = new GpuKind(
                gpuClass,
                gpu.slots(),
                Math.max(0, priced.gpuClass(gpuClass).vramMib() - gpu.reservedMib()),
                numbers(gpu.current()),
                numbers(forbidden),
                numbers(pins));
        return kinds.computeIfAbsent(kind, k -> k);
    }

    private List<Integer> numbers(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : lists.computeIfAbsent(ids, priced::workloads);
    }

    private Worker worker(WorkerSpec spec, List<Gpu> gpus, List<String> pins) {
        List<Long> freeSlot =
                spec.freeSlot().stream().filter(amount -> amount > 0).toList();
        List<Gpu> ordered = spec.prefix()
                ? gpus
                : gpus.stream().sorted(Comparator.comparing(Gpu::kind, ORDER)).toList();
        return new Worker(
                new WorkerKind(
                        spec.prefix(),
                        freeSlot,
                        spec.reloadCost(),
                        ordered.stream().map(Gpu::kind).toList(),
                        numbers(pins)),
                ordered);
    }
}
