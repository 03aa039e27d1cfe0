package org.warmplan.bench;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.PinSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/** Problems small enough to work out by hand: one worker "r" in slot order, whose cards have 10 MiB. */
final class Hand {
    private static final String CLASS = "c";

    private Hand() {}

    static GpuSpec card(int place, int slots, String... current) {
        return new GpuSpec("r/" + place, "r", CLASS, slots, 0, List.of(current), new TreeSet<>());
    }

    static WorkloadSpec workload(String id, long needMib, int most, Long... marginal) {
        SortedMap<String, Long> vram = new TreeMap<>();
        vram.put(CLASS, needMib);
        return new WorkloadSpec(id, vram, new TreeMap<>(), new TreeMap<>(), List.of(marginal), 0, most, 1);
    }

    static Problem problem(List<GpuSpec> cards, List<WorkloadSpec> workloads, List<PinSpec> pins) {
        WorkerSpec worker = new WorkerSpec("r", 5, true, List.of(2L), new TreeSet<>());
        return new Problem(List.of(new GpuClass(CLASS, 10)), List.of(worker), cards, workloads, pins, null);
    }
}
