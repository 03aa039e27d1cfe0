package org.warmplan.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.warmplan.plan.Planner;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

final class MixSweepTest {
    private static WorkloadSpec workload(String id, long worth) {
        return new WorkloadSpec(
                id,
                new TreeMap<>(Map.of("card", 10L)),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(worth),
                0,
                Integer.MAX_VALUE,
                0);
    }

    /** One card; by stake the first workload earns, by speed the second. */
    private static Problem at(double onChain) {
        return new Problem(
                List.of(new GpuClass("card", 10)),
                List.of(new WorkerSpec("rig1", 5, true, List.of(), new TreeSet<>())),
                List.of(new GpuSpec("rig1/0", "rig1", "card", 1, 0, List.of(), new TreeSet<>())),
                List.of(
                        workload("by stake", Math.round(100 * onChain)),
                        workload("by speed", Math.round(100 * (1 - onChain)))),
                List.of(),
                null);
    }

    @Test
    void tellsWhatWouldBeBestAtOtherMixesAndWhatThePlanIsWorthThere() {
        Planner planner = Planner.of(Path.of("solver-config", "solver.xml"));
        Assignment published = Assignment.of(Map.of("rig1/0", List.of("by stake")));

        MixSweep sweep = MixSweep.of(
                List.of(0.2, 0.8), published, mix -> Optional.of(new MixSweep.Planned(at(mix), planner.plan(at(mix)))));

        assertThat(sweep.rows())
                .containsExactly(
                        new MixSweep.Row(
                                0.2,
                                75,
                                15,
                                List.of(new MixSweep.Moved("rig1/0", List.of("by stake"), List.of("by speed")))),
                        new MixSweep.Row(0.8, 75, 75, List.of()));
    }
}
