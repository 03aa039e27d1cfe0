package org.warmplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.warmplan.plan.Problems.BIG;
import static org.warmplan.plan.Problems.SMALL;
import static org.warmplan.plan.Problems.problem;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.InfeasibleException;
import org.warmplan.problem.BruteForce;
import org.warmplan.problem.Problem;
import org.warmplan.problem.Solution;

final class PlannerTest {
    private static final Planner PLANNER = Planner.of(Path.of("solver-config", "solver.xml"));

    /** A plan must come at all: OptaPlanner is known to hang where it finds no move. */
    private static Solved plan(Problem problem) {
        return Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> PLANNER.plan(problem));
    }

    @Test
    void warmsTheOneWorkloadOnTheOneCard() {
        Solved plan = plan(problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1)
                .workload("w", 9_000, 700L)
                .build());

        assertThat(plan.assignment().on("rig/0")).containsExactly("w");
        assertThat(plan.value()).isEqualTo(700);
        assertThat(plan.isOptimal()).isTrue();
    }

    @Test
    void leavesTheCardColdWhenNothingFits() {
        Solved plan = plan(problem()
                .worker("rig", 0, true)
                .gpu("rig", SMALL, 1)
                .workload("w", 9_000, 700L)
                .build());

        assertThat(plan.assignment().on("rig/0")).isEmpty();
        assertThat(plan.value()).isZero();
    }

    @Test
    void endsWithoutAnyWorkload() {
        Solved plan = plan(problem().worker("rig", 5, true).gpu("rig", BIG, 1).build());

        assertThat(plan.value()).isZero();
        assertThat(plan.foundBy()).isEqualTo(Solution.FoundBy.START);
    }

    @Test
    void endsWithoutAnyCard() {
        Solved plan = plan(problem().worker("rig", 5, true).workload("w", 1, 1L).build());

        assertThat(plan.value()).isZero();
    }

    @Test
    void plansCardsThatHoldMoreSetsThanCanBeListed() {
        Problems problem = problem().worker("rig", 0, true);
        problem.gpu("rig", BIG, 6).gpu("rig", BIG, 6);
        for (int w = 0; w < 40; w++) {
            problem.workload("w" + w, 1_000, 1_000L - w, 100L);
        }
        Solved plan = plan(problem.build());

        // The twelve best, one replica of each.
        assertThat(plan.value()).isEqualTo(12 * 1_000 - 66);
        assertThat(plan.isOptimal()).isTrue();
    }

    @Test
    void takesASecondReplicaOnlyWhileItBringsMoreThanTheNextWorkload() {
        Solved plan = plan(problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1)
                .gpu("rig", BIG, 1)
                .gpu("rig", BIG, 1)
                .workload("a", 9_000, 900L, 500L, 100L)
                .workload("b", 9_000, 400L, 300L)
                .build());

        assertThat(plan.value()).isEqualTo(1_800);
    }

    @Test
    void keepsWhatIsWarmWhenTheReloadCostsMoreThanTheGain() {
        Problem problem = problem()
                .worker("rig", 300, true)
                .gpu("rig", BIG, 1, "b")
                .workload("a", 9_000, 900L)
                .workload("b", 9_000, 700L)
                .build();

        assertThat(plan(problem).assignment().on("rig/0")).containsExactly("b");
        assertThat(Planner.valueOfCurrent(problem)).hasValue(700L);
    }

    @Test
    void leavesNoGapInTheSlotOrder() {
        Solved plan = plan(problem()
                .worker("rig", 0, true)
                .gpu("rig", SMALL, 1)
                .gpu("rig", BIG, 1)
                .workload("w", 9_000, 700L)
                .build());

        assertThat(plan.assignment().byGpu()).isEqualTo(Map.of("rig/0", List.of(), "rig/1", List.of()));
    }

    @Test
    void namesTheRulesThatContradictEachOther() {
        Problem problem = problem()
                .worker("rig", 0, true)
                .gpu("rig", SMALL, 1)
                .workload("w", 9_000, 700L)
                .pin(true, "rig/0", "w")
                .build();

        assertThatThrownBy(() -> plan(problem))
                .isInstanceOf(InfeasibleException.class)
                .hasMessageContaining("w is pinned to rig/0 but cannot stand there")
                .hasMessageContaining("Maybe loosen a pin");
    }

    @Test
    void givesTheSameAnswerTwice() {
        Problem problem = Problems.random(77);

        assertThat(plan(problem)).isEqualTo(plan(problem));
    }

    @Test
    void tellsTheSecondChoiceAndWhatItFallsShort() {
        Problem problem = problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1)
                .workload("a", 9_000, 900L)
                .workload("b", 9_000, 700L)
                .build();

        assertThat(Alternatives.of(problem, plan(problem)).find("rig/0", "a"))
                .isEqualTo(new Alternative("b", 200L, true));
    }

    @Test
    void tellsThatAPinnedReplicaCannotGo() {
        Problem problem = problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1)
                .workload("a", 9_000, 900L)
                .pin(true, "rig/0", "a")
                .build();

        assertThat(Alternatives.of(problem, plan(problem)).find("rig/0", "a").flipPrice())
                .isNull();
    }

    @Test
    void tellsThatNothingWouldFollow() {
        Problem problem = problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1)
                .workload("a", 9_000, 900L)
                .build();

        assertThat(Alternatives.of(problem, plan(problem)).find("rig/0", "a"))
                .isEqualTo(new Alternative(null, 900L, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 200})
    void agreesWithBruteForce(int from) {
        for (int seed = from; seed < from + 100; seed++) {
            Problem problem = Problems.random(seed);
            OptionalLong best = BruteForce.best(problem);
            if (best.isEmpty()) {
                assertThatThrownBy(() -> plan(problem)).as("seed %d", seed).isInstanceOf(InfeasibleException.class);
            } else {
                Solved plan = plan(problem);
                assertThat(plan.value()).as("seed %d", seed).isEqualTo(best.getAsLong());
                assertThat(plan.isOptimal()).as("seed %d", seed).isTrue();
            }
        }
    }
}
