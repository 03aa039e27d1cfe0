package org.warmplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.warmplan.plan.Problems.BIG;
import static org.warmplan.plan.Problems.SMALL;
import static org.warmplan.plan.Problems.problem;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmplan.certify.Certifier;
import org.warmplan.problem.Problem;
import org.warmplan.problem.Solution;

/** Problems with next to nothing to decide, or no way out: an answer must come, soon, and stand. */
final class AlwaysEndsTest {
    private static final Planner PLANNER = Planner.of(Path.of("solver-config", "solver.xml"));
    private static final Duration SOON = Duration.ofSeconds(10);

    private static Solution solve(Problem problem) {
        Solution solution = Assertions.assertTimeoutPreemptively(
                SOON, () -> PLANNER.find(problem, Order.USUAL).toSolution());
        assertThat(Certifier.certify(problem, solution).contradictions()).isEmpty();
        return solution;
    }

    static Stream<Arguments> solvable() {
        return Stream.of(
                arguments("nothing at all", problem(), 0L),
                arguments("no gpus", problem().worker("rig", 5, true, 9L).workload("w", 1, 7L), 0L),
                arguments("no workers", problem().workload("w", 1, 7L), 0L),
                arguments("no workloads", rig().gpu("rig", BIG, 3), 0L),
                arguments(
                        "no workloads but income",
                        problem().worker("rig", 5, true, 9L, 3L).gpu("rig", BIG, 3),
                        12L),
                arguments("one of each", rig().gpu("rig", BIG, 1).workload("w", 1, 7L), 7L),
                arguments(
                        "two workloads for one slot",
                        rig().gpu("rig", BIG, 1).workload("v", 1, 7L).workload("w", 1, 7L),
                        7L),
                arguments("nothing fits", rig().gpu("rig", SMALL, 2).workload("w", 9_000, 7L), 0L),
                arguments(
                        "all pinned",
                        rig().gpu("rig", BIG, 1)
                                .gpu("rig", BIG, 1)
                                .workload("v", 1, 7L)
                                .workload("w", 1, 900L)
                                .pin(true, "rig/0", "v")
                                .pin(true, "rig/1", "v"),
                        7L),
                arguments(
                        "all pinned as it is",
                        rig().gpu("rig", BIG, 1, "v")
                                .workload("v", 1, 7L)
                                .workload("w", 1, 900L)
                                .pin(false, "rig", "v"),
                        7L),
                arguments(
                        "a worker without gpus",
                        rig().worker("bare", 9, true, 5L).gpu("rig", BIG, 1).workload("w", 1, 7L),
                        7L),
                arguments(
                        "no changes allowed",
                        rig().gpu("rig", BIG, 1, "v")
                                .workload("v", 1, 7L)
                                .workload("w", 1, 900L)
                                .maxChanges(0),
                        7L),
                arguments(
                        "no changes allowed where nothing is warm",
                        rig().gpu("rig", BIG, 4).workload("w", 1, 900L).maxChanges(0),
                        0L),
                arguments(
                        "free slots earn more",
                        problem()
                                .worker("rig", 0, false, 90L, 20L)
                                .gpu("rig", BIG, 2)
                                .workload("w", 1, 7L, 6L),
                        110L),
                arguments("a curve without entries", rig().gpu("rig", BIG, 2).workload("w", 1), 0L),
                arguments("a curve of zeros", rig().gpu("rig", BIG, 2).workload("w", 1, 0L, 0L), 0L),
                arguments(
                        "a long curve",
                        rig().gpu("rig", BIG, 4).gpu("rig", SMALL, 4).workload("w", 1, curve()),
                        sumOf(8)),
                arguments(
                        "many slots",
                        rig().gpu("rig", BIG, 40).workload("w", 0, curve()).workload("v", 1, 1L),
                        sumOf(40)),
                arguments(
                        "most replicas none",
                        rig().gpu("rig", BIG, 2).workload("w", Map.of(BIG, 1L), 0, 0, 0, 7L),
                        0L));
    }

    static Stream<Arguments> contradictory() {
        return Stream.of(
                arguments("demanded without gpus", rig().workload("w", Map.of(BIG, 1L), 1, 9, 0, 7L), "w"),
                arguments(
                        "more demanded than allowed",
                        rig().gpu("rig", BIG, 4).workload("w", Map.of(BIG, 1L), 3, 2, 0, 7L),
                        "w"),
                arguments(
                        "pins beyond the slots",
                        rig().gpu("rig", BIG, 1)
                                .workload("w", 1, 7L)
                                .pin(true, "rig/0", "w")
                                .pin(true, "rig/0", "w"),
                        "rig/0"),
                arguments(
                        "pins beyond the slots of a worker",
                        rig().gpu("rig", BIG, 1)
                                .workload("w", 1, 7L)
                                .pin(false, "rig", "w")
                                .pin(false, "rig", "w"),
                        "rig"),
                arguments(
                        "pinned to a worker without gpus",
                        rig().worker("bare", 0, false)
                                .gpu("rig", BIG, 1)
                                .workload("w", 1, 7L)
                                .pin(false, "bare", "w"),
                        "bare"),
                arguments(
                        "pinned to a worker without gpus beside many slots",
                        rig().worker("bare", 0, false)
                                .gpu("rig", BIG, 40)
                                .workload("w", 1_000, 7L, 6L)
                                .workload("v", 7_000, 9L, 8L)
                                .pin(false, "bare", "w"),
                        "w is pinned to bare"),
                arguments(
                        "pinned where it cannot run beside many slots",
                        rig().worker("weak", 0, false)
                                .gpu("rig", BIG, 40)
                                .gpu("weak", SMALL, 1)
                                .workload("w", 9_000, 7L, 6L)
                                .workload("v", 7_000, 9L, 8L)
                                .pin(false, "weak", "w"),
                        "w is pinned to weak"),
                arguments(
                        "pinned where changes are not allowed",
                        rig().gpu("rig", BIG, 1)
                                .workload("w", 1, 7L)
                                .pin(true, "rig/0", "w")
                                .maxChanges(0),
                        "maxChanges"));
    }

    private static Problems rig() {
        return problem().worker("rig", 0, false);
    }

    private static final int LONG = 100_000;

    private static Long[] curve() {
        return LongStream.range(0, LONG).map(k -> LONG - k).boxed().toArray(Long[]::new);
    }

    private static long sumOf(int units) {
        return Arrays.stream(curve()).limit(units).mapToLong(Long::longValue).sum();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void solvable(String name, Problems problem, long value) {
        Solution solution = solve(problem.build());

        assertThat(solution.status()).as(name).isEqualTo(Solution.Status.OPTIMAL);
        assertThat(solution.value()).as(name).isEqualTo(BigInteger.valueOf(value));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void contradictory(String name, Problems problem, String named) {
        Solution solution = solve(problem.build());

        assertThat(solution.status()).as(name).isEqualTo(Solution.Status.INFEASIBLE);
        assertThat(solution.reason()).as(name).contains(named);
    }
}
