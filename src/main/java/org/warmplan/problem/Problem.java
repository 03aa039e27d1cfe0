package org.warmplan.problem;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which workload should be warm in which slot: everything a solver may know.
 *
 * @param maxChanges most changed slots in all, null for no limit
 */
public record Problem(
        List<GpuClass> classes,
        List<WorkerSpec> workers,
        List<GpuSpec> gpus,
        List<WorkloadSpec> workloads,
        List<PinSpec> pins,
        @Nullable Long maxChanges) {
    public static final int VERSION = 1;

    public Problem {
        classes = List.copyOf(classes);
        workers = List.copyOf(workers);
        gpus = List.copyOf(gpus);
        workloads = List.copyOf(workloads);
        pins = List.copyOf(pins);
        if (maxChanges != null) {
            Limits.amount("maxChanges", maxChanges);
        }
        Set<String> classIds = unique("class", classes, GpuClass::id);
        Set<String> workerIds = unique("worker", workers, WorkerSpec::id);
        Set<String> gpuIds = unique("gpu", gpus, GpuSpec::id);
        Set<String> workloadIds = unique("workload", workloads, WorkloadSpec::id);
        gpus.forEach(gpu -> check(gpu, workerIds, classIds, workloadIds));
        workers.forEach(worker -> worker.forbid().forEach(w -> Limits.known("workload", w, workloadIds)));
        workloads.forEach(workload -> check(workload, classIds));
        for (PinSpec pin : pins) {
            Limits.known(pin.onGpu() ? "gpu" : "worker", pin.place(), pin.onGpu() ? gpuIds : workerIds);
            Limits.known("workload", pin.workload(), workloadIds);
        }
        checkPrefix(workers, gpus);
        checkSums(gpus, workloads);
    }

    /** The cards of a worker, in the worker's order. */
    public List<GpuSpec> gpusOf(String worker) {
        return gpus.stream().filter(gpu -> gpu.worker().equals(worker)).toList();
    }

    private static <T> Set<String> unique(String what, Collection<T> items, Function<T, String> id) {
        Set<String> ids = new HashSet<>();
        for (T item : items) {
            if (!ids.add(id.apply(item))) {
                throw new IllegalArgumentException("The %s %s is declared twice.".formatted(what, id.apply(item)));
            }
        }
        return ids;
    }

    private static void check(GpuSpec gpu, Set<String> workers, Set<String> classes, Set<String> workloads) {
        Limits.known("worker of gpu " + gpu.id() + ",", gpu.worker(), workers);
        Limits.known("class of gpu " + gpu.id() + ",", gpu.gpuClass(), classes);
        gpu.current().forEach(w -> Limits.known("current workload of gpu " + gpu.id() + ",", w, workloads));
        gpu.forbid().forEach(w -> Limits.known("forbidden workload of gpu " + gpu.id() + ",", w, workloads));
    }

    private static void check(WorkloadSpec workload, Set<String> classes) {
        String of = "class of workload " + workload.id() + ",";
        workload.vramMib().keySet().forEach(c -> Limits.known(of, c, classes));
        workload.units().keySet().forEach(c -> Limits.known(of, c, classes));
        workload.linear().keySet().forEach(c -> Limits.known(of, c, classes));
    }

    private static void checkPrefix(List<WorkerSpec> workers, List<GpuSpec> gpus) {
        Map<String, Set<Integer>> sizes = gpus.stream()
                .collect(
                        Collectors.groupingBy(GpuSpec::worker, Collectors.mapping(GpuSpec::slots, Collectors.toSet())));
        for (WorkerSpec worker : workers) {
            if (worker.prefix() && sizes.getOrDefault(worker.id(), Set.of()).size() > 1) {
                throw new IllegalArgumentException(
                        "The worker %s has prefix, but its gpus differ in slots.".formatted(worker.id()));
            }
        }
    }

    private static void checkSums(List<GpuSpec> gpus, List<WorkloadSpec> workloads) {
        BigInteger marginals = sum(workloads.stream()
                .flatMap(w -> w.marginal().stream())
                .map(BigInteger::valueOf)
                .toList());
        BigInteger linears = sum(gpus.stream()
                .collect(Collectors.groupingBy(GpuSpec::gpuClass, Collectors.summingLong(GpuSpec::slots)))
                .entrySet()
                .stream()
                .map(e -> BigInteger.valueOf(e.getValue())
                        .multiply(BigInteger.valueOf(workloads.stream()
                                .mapToLong(w -> Math.abs(w.linearOn(e.getKey())))
                                .max()
                                .orElse(0))))
                .toList());
        if (marginals.max(linears).compareTo(BigInteger.valueOf(Limits.MAX_SUM)) > 0) {
            throw new IllegalArgumentException("The sum of all marginals (%d) or of all linear amounts (%d) is over %d."
                    .formatted(marginals, linears, Limits.MAX_SUM));
        }
    }

    private static BigInteger sum(Collection<BigInteger> amounts) {
        return amounts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
