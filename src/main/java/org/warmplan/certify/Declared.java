package org.warmplan.certify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/** What a problem declares, by id. */
final class Declared {
    private final Map<String, GpuClass> classes = new HashMap<>();
    private final Map<String, WorkerSpec> workers = new HashMap<>();
    private final Map<String, GpuSpec> gpus = new HashMap<>();
    private final Map<String, List<GpuSpec>> gpusOf = new HashMap<>();
    private final Map<String, WorkloadSpec> workloads = new HashMap<>();

    Declared(Problem problem) {
        problem.classes().forEach(c -> classes.put(c.id(), c));
        problem.workers().forEach(worker -> workers.put(worker.id(), worker));
        problem.workloads().forEach(workload -> workloads.put(workload.id(), workload));
        for (GpuSpec gpu : problem.gpus()) {
            gpus.put(gpu.id(), gpu);
            gpusOf.computeIfAbsent(gpu.worker(), worker -> new ArrayList<>()).add(gpu);
        }
    }

    GpuClass gpuClass(String id) {
        return known(classes, id);
    }

    WorkerSpec worker(String id) {
        return known(workers, id);
    }

    GpuSpec gpu(String id) {
        return known(gpus, id);
    }

    WorkloadSpec workload(String id) {
        return known(workloads, id);
    }

    /** The cards of a worker, in the worker's order. */
    List<GpuSpec> gpusOf(String worker) {
        return gpusOf.getOrDefault(worker, List.of());
    }

    private static <T> T known(Map<String, T> byId, String id) {
        T thing = byId.get(id);
        if (thing == null) {
            throw new IllegalArgumentException(id + " is not declared.");
        }
        return thing;
    }
}
