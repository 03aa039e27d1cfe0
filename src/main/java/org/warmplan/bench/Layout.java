package org.warmplan.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.PinSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/** A problem looked up by id, each answer at once. */
public final class Layout {
    private final Problem problem;
    private final Map<String, List<GpuSpec>> cards = new LinkedHashMap<>();
    private final Map<String, WorkerSpec> workers = new LinkedHashMap<>();
    private final Map<String, WorkloadSpec> workloads = new LinkedHashMap<>();
    private final Map<String, GpuClass> classes = new HashMap<>();
    private final Map<String, List<PinSpec>> pins = new HashMap<>();

    public Layout(Problem problem) {
        this.problem = problem;
        problem.workers().forEach(worker -> workers.put(worker.id(), worker));
        problem.workers().forEach(worker -> cards.put(worker.id(), new ArrayList<>()));
        problem.gpus().forEach(gpu -> cardsOf(gpu.worker()).add(gpu));
        problem.workloads().forEach(workload -> workloads.put(workload.id(), workload));
        problem.classes().forEach(kind -> classes.put(kind.id(), kind));
        for (PinSpec pin : problem.pins()) {
            pins.computeIfAbsent(key(pin.onGpu(), pin.place()), p -> new ArrayList<>())
                    .add(pin);
        }
    }

    public Problem problem() {
        return problem;
    }

    /** A worker's cards in its order. */
    public List<GpuSpec> cardsOf(String worker) {
        return Objects.requireNonNull(cards.get(worker));
    }

    public WorkerSpec worker(String id) {
        return Objects.requireNonNull(workers.get(id));
    }

    public WorkloadSpec workload(String id) {
        return Objects.requireNonNull(workloads.get(id));
    }

    /** MiB that the replicas on a card may fill. */
    public long room(GpuSpec gpu) {
        long net = Objects.requireNonNull(classes.get(gpu.gpuClass())).vramMib();
        return Math.max(0, net - gpu.reservedMib());
    }

    /** Workloads demanded on this very card, a demand each. */
    public List<String> pinnedOn(GpuSpec gpu) {
        return pinned(true, gpu.id());
    }

    /** Workloads demanded anywhere on a worker, a demand each. */
    public List<String> pinnedOnWorker(String worker) {
        return pinned(false, worker);
    }

    /** Whether the class can host it and no rule forbids it there, as far as one replica goes. */
    public boolean mayHost(GpuSpec gpu, WorkloadSpec workload) {
        Long need = workload.vramMib().get(gpu.gpuClass());
        return need != null
                && need <= room(gpu)
                && (gpu.current().contains(workload.id())
                        || (!gpu.forbid().contains(workload.id())
                                && !worker(gpu.worker()).forbid().contains(workload.id())));
    }

    private List<String> pinned(boolean onGpu, String place) {
        return pins.getOrDefault(key(onGpu, place), List.of()).stream()
                .map(PinSpec::workload)
                .toList();
    }

    private static String key(boolean onGpu, String place) {
        return (onGpu ? "g" : "w") + place;
    }
}
