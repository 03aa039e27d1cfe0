package org.warmplan.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

final class BlockedCardsTest {
    /** Two cards in this order; the workload needs the big one. */
    private static Problem problem(String first, String second) {
        return new Problem(
                List.of(new GpuClass("small", 8_000), new GpuClass("big", 24_000)),
                List.of(new WorkerSpec("rig", 0, true, List.of(), new TreeSet<>())),
                List.of(gpu("rig/0", first), gpu("rig/1", second)),
                List.of(new WorkloadSpec(
                        "w",
                        new TreeMap<>(Map.of("small", 9_000L, "big", 9_000L)),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        List.of(700L),
                        0,
                        9,
                        0)),
                List.of(),
                null);
    }

    private static GpuSpec gpu(String id, String gpuClass) {
        return new GpuSpec(id, "rig", gpuClass, 1, 0, List.of(), new TreeSet<>());
    }

    @Test
    void namesTheCardThatHoldsOthersUp() {
        assertThat(BlockedCards.of(problem("small", "big"), Assignment.of(Map.of())))
                .singleElement()
                .asString()
                .startsWith("Nothing more of worth fits rig/0 (small)")
                .contains("Maybe set reorderDevices: true");
    }

    @Test
    void isSilentWhenTheLastCardsAreFree() {
        assertThat(BlockedCards.of(problem("big", "small"), Assignment.of(Map.of("rig/0", List.of("w")))))
                .isEmpty();
    }
}
