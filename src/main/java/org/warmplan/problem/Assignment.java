package org.warmplan.problem;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which workloads are warm on which gpu, by gpu id. Kept replicas come first in a gpu's list, added ones after. */
public record Assignment(SortedMap<String, List<String>> byGpu) {
    /** The order of added replicas in a gpu's list: by code point, not by UTF-16 unit as {@link String} compares. */
    public static final Comparator<String> BY_CODE_POINT =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    public Assignment {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        byGpu.forEach((gpu, replicas) -> copy.put(gpu, List.copyOf(replicas)));
        byGpu = Collections.unmodifiableSortedMap(copy);
    }

    public static Assignment of(Map<String, List<String>> byGpu) {
        return new Assignment(new TreeMap<>(byGpu));
    }

    /** What is warm now. */
    public static Assignment current(Problem problem) {
        SortedMap<String, List<String>> byGpu = new TreeMap<>();
        problem.gpus().forEach(gpu -> byGpu.put(gpu.id(), gpu.current()));
        return new Assignment(byGpu);
    }

    /** Replicas on a gpu; none for a gpu that is not named. */
    public List<String> on(String gpu) {
        return byGpu.getOrDefault(gpu, List.of());
    }
}
