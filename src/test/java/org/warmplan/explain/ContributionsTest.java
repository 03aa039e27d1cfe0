package org.warmplan.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.warmplan.plan.Planner;
import org.warmplan.plan.Solved;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

final class ContributionsTest {
    private static final Planner PLANNER = Planner.of(Path.of("solver-config", "solver.xml"));

    /** Two workers with free slots and reloads, cards that are warm now or not, units and linear amounts by class. */
    private static Problem problem(long seed) {
        Random random = new Random(seed);
        List<GpuSpec> gpus = new ArrayList<>();
        for (int g = 0; g < 5; g++) {
            List<String> current = random.nextBoolean() ? List.of("w" + random.nextInt(3)) : List.of();
            gpus.add(new GpuSpec(
                    "g" + g, "rig" + g % 2, random.nextBoolean() ? "a" : "b", 1, 0, current, new TreeSet<>()));
        }
        List<WorkloadSpec> workloads = new ArrayList<>();
        for (int w = 0; w < 3; w++) {
            long first = 1L + random.nextInt(1_000);
            workloads.add(new WorkloadSpec(
                    "w" + w,
                    new TreeMap<>(Map.of("a", 10L, "b", 20L)),
                    new TreeMap<>(Map.of("a", 1 + random.nextInt(3))),
                    new TreeMap<>(Map.of("b", (long) -random.nextInt(50))),
                    List.of(first, first / 2, first / 3, first / 4),
                    0,
                    9,
                    random.nextInt(30)));
        }
        return new Problem(
                List.of(new GpuClass("a", 100), new GpuClass("b", 100)),
                List.of(
                        new WorkerSpec("rig0", random.nextInt(300), false, List.of(90L, 10L), new TreeSet<>()),
                        new WorkerSpec("rig1", random.nextInt(300), false, List.of(50L), new TreeSet<>())),
                gpus,
                workloads,
                List.of(),
                null);
    }

    @Test
    void countTheFirstContainerOfEveryCardBeforeTheSecondOfAny() {
        WorkloadSpec workload = new WorkloadSpec(
                "w",
                new TreeMap<>(Map.of("a", 10L)),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(100L, 50L, 20L, 5L),
                0,
                9,
                0);
        Problem problem = new Problem(
                List.of(new GpuClass("a", 100)),
                List.of(new WorkerSpec("rig", 0, true, List.of(), new TreeSet<>())),
                List.of(
                        new GpuSpec("g0", "rig", "a", 2, 0, List.of(), new TreeSet<>()),
                        new GpuSpec("g1", "rig", "a", 2, 0, List.of(), new TreeSet<>())),
                List.of(workload),
                List.of(),
                null);
        Contributions contributions =
                Contributions.of(problem, Assignment.of(Map.of("g0", List.of("w", "w"), "g1", List.of("w", "w"))));

        assertThat(contributions.on("g0")).containsExactly(100L, 20L);
        assertThat(contributions.on("g1")).containsExactly(50L, 5L);
    }

    @Test
    void addUpToTheValueOfThePlan() {
        for (int seed = 0; seed < 40; seed++) {
            Problem problem = problem(seed);
            Solved plan = PLANNER.plan(problem);
            Contributions contributions = Contributions.of(problem, plan.assignment());
            long sum = problem.workers().stream()
                    .mapToLong(w ->
                            contributions.ofWorker(w.id()) + contributions.freeSlotsOf(w) - contributions.reloadOf(w))
                    .sum();

            assertThat(sum).as("seed %d", seed).isEqualTo(plan.value());
        }
    }
}
