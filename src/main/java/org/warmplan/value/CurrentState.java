package org.warmplan.value;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.Workload;

/**
 * What the fleet runs now.
 *
 * @param warm workload by gpu id ({@code worker/device}), cards that hold nothing left out
 * @param listed workloads of managed entries, warm and cold, by worker in the order of its file, each once
 * @param external requests at once that containers at a {@code url} serve, by worker and workload. They answer all jobs
 *     for that workload on their worker (go-livepeer worker.go:716-731 at 176aa415), so it needs no slot there
 */
public record CurrentState(
        SortedMap<String, Workload> warm,
        SortedMap<String, List<Workload>> listed,
        SortedMap<String, SortedMap<Workload, Integer>> external) {
    public CurrentState {
        warm = Collections.unmodifiableSortedMap(new TreeMap<>(warm));
        SortedMap<String, List<Workload>> copy = new TreeMap<>();
        listed.forEach((worker, workloads) -> copy.put(worker, List.copyOf(workloads)));
        listed = Collections.unmodifiableSortedMap(copy);
        SortedMap<String, SortedMap<Workload, Integer>> urls = new TreeMap<>();
        external.forEach(
                (worker, served) -> urls.put(worker, Collections.unmodifiableSortedMap(new TreeMap<>(served))));
        external = Collections.unmodifiableSortedMap(urls);
    }

    /** What a worker's file lists; nothing for a worker without a file. */
    public List<Workload> listedOn(String worker) {
        return listed.getOrDefault(worker, List.of());
    }

    /** Whether a container at a {@code url} serves the workload on a worker. */
    public boolean isExternal(String worker, Workload workload) {
        SortedMap<Workload, Integer> served = external.get(worker);
        return served != null && served.containsKey(workload);
    }

    /** Requests at once that containers at a {@code url} serve, on all workers together. */
    public int servedExternally(Workload workload) {
        return external.values().stream()
                .mapToInt(served -> served.getOrDefault(workload, 0))
                .sum();
    }

    /** The id of a card in problems and plans. */
    public static String gpuId(String worker, String device) {
        return worker + "/" + device;
    }
}
