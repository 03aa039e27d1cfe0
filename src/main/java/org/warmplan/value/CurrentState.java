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
 * @param served requests at once that containers at a {@code url} serve besides, by workload
 */
public record CurrentState(
        SortedMap<String, Workload> warm,
        SortedMap<String, List<Workload>> listed,
        SortedMap<Workload, Integer> served) {
    public CurrentState {
        warm = Collections.unmodifiableSortedMap(new TreeMap<>(warm));
        SortedMap<String, List<Workload>> copy = new TreeMap<>();
        listed.forEach((worker, workloads) -> copy.put(worker, List.copyOf(workloads)));
        listed = Collections.unmodifiableSortedMap(copy);
        served = Collections.unmodifiableSortedMap(new TreeMap<>(served));
    }

    /** What a worker's file lists; nothing for a worker without a file. */
    public List<Workload> listedOn(String worker) {
        return listed.getOrDefault(worker, List.of());
    }

    /** The id of a card in problems and plans. */
    public static String gpuId(String worker, String device) {
        return worker + "/" + device;
    }
}
