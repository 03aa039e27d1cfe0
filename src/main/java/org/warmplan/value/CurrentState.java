package org.warmplan.value;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.domain.Workload;

/**
 * What the fleet runs now.
 *
 * @param warm workloads by gpu id ({@code worker/device}) in the order of the card's containers; cards that hold nothing
 *     left out
 * @param listed workloads of managed entries, warm and cold, by worker in the order of its file, each once
 * @param external requests at once that containers at a {@code url} serve, by worker and workload. They answer all jobs
 *     for that workload on their worker (go-livepeer worker.go:716-731 at 176aa415), so it needs no slot there
 */
public record CurrentState(
        SortedMap<String, List<Workload>> warm,
        SortedMap<String, List<Workload>> listed,
        SortedMap<String, SortedMap<Workload, Integer>> external) {
    public CurrentState {
        warm = lists(warm);
        listed = lists(listed);
        SortedMap<String, SortedMap<Workload, Integer>> urls = new TreeMap<>();
        external.forEach(
                (worker, served) -> urls.put(worker, Collections.unmodifiableSortedMap(new TreeMap<>(served))));
        external = Collections.unmodifiableSortedMap(urls);
    }

    private static SortedMap<String, List<Workload>> lists(SortedMap<String, List<Workload>> map) {
        SortedMap<String, List<Workload>> copy = new TreeMap<>();
        map.forEach((key, workloads) -> copy.put(key, List.copyOf(workloads)));
        return Collections.unmodifiableSortedMap(copy);
    }

    /** What is warm on a card, by container; nothing on a card that is not named. */
    public List<Workload> warmOn(String gpuId) {
        return warm.getOrDefault(gpuId, List.of());
    }

    /** Everything that is warm somewhere. */
    public Set<Workload> warmAnywhere() {
        Set<Workload> workloads = new TreeSet<>();
        warm.values().forEach(workloads::addAll);
        return workloads;
    }

    /** Containers that are warm. */
    public int replicas() {
        return warm.values().stream().mapToInt(List::size).sum();
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
