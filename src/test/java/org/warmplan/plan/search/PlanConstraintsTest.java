package org.warmplan.plan.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.plan.Problems.BIG;
import static org.warmplan.plan.Problems.SMALL;
import static org.warmplan.plan.Problems.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;
import org.optaplanner.test.api.score.stream.SingleConstraintAssertion;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Card;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

final class PlanConstraintsTest {
    private final ConstraintVerifier<PlanConstraints, Placing> verifier =
            ConstraintVerifier.build(new PlanConstraints(), Placing.class, Slot.class);

    /** The rule's verdict when the cards, in order, hold these workloads (null: the slot is free). */
    private SingleConstraintAssertion given(
            BiFunction<PlanConstraints, ConstraintFactory, Constraint> rule,
            Problem problem,
            @Nullable String... held) {
        Board board = new Board(problem);
        List<Object> facts = new ArrayList<>(board.candidates());
        facts.addAll(board.pins());
        facts.add(new Placing.ChangeLimit(board.maxChanges()));
        int next = 0;
        for (Card card : board.cards()) {
            for (int container = 0; container < card.slots(); container++) {
                String workload = held[next++];
                facts.add(new Slot(card, container, workload == null ? null : board.getCandidate(workload)));
            }
        }
        return verifier.verifyThat(rule).given(facts.toArray());
    }

    @Test
    void vramFits() {
        Problem problem = problem()
                .worker("rig", 0, false)
                .gpu("rig", BIG, 2)
                .gpu("rig", SMALL, 1)
                .workload("w", 13_000, 1L)
                .workload("tiny", 8_000, 1L)
                .build();

        // 26,000 needed of 24,000 on the big card; the tiny one fills the small card exactly.
        given(PlanConstraints::vramFits, problem, "w", "w", "tiny").penalizesBy(2_000);
        given(PlanConstraints::vramFits, problem, "w", null, null).penalizesBy(0);
    }

    @Test
    void slotsFilledInOrder() {
        Problem problem = problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1)
                .gpu("rig", BIG, 1)
                .gpu("rig", BIG, 1)
                .workload("w", 9_000, 1L)
                .build();

        given(PlanConstraints::slotsFilledInOrder, problem, "w", "w", null).penalizesBy(0);
        // One replica stands where it does not belong, one is missing where it does.
        given(PlanConstraints::slotsFilledInOrder, problem, "w", null, "w").penalizesBy(2);
    }

    @Test
    void slotsFilledInAnyOrderWithoutPrefix() {
        Problem problem = problem()
                .worker("rig", 0, false)
                .gpu("rig", BIG, 1)
                .gpu("rig", BIG, 1)
                .workload("w", 9_000, 1L)
                .build();

        given(PlanConstraints::slotsFilledInOrder, problem, null, "w").penalizesBy(0);
    }

    @Test
    void pinKept() {
        Problem problem = problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1)
                .gpu("rig", BIG, 1)
                .workload("w", 9_000, 1L)
                .workload("v", 9_000, 1L)
                .pin(true, "rig/0", "w")
                .pin(false, "rig", "v")
                .pin(false, "rig", "v")
                .build();

        // w is on the wrong card (1); two replicas of v are demanded, one stands (1).
        given(PlanConstraints::pinKept, problem, "v", "w").penalizesBy(2);
        given(PlanConstraints::pinKept, problem, "w", "v").penalizesBy(1);
    }

    @Test
    void forbiddenHere() {
        Problem problem = problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1, List.of("w"))
                .gpu("rig", BIG, 1, List.of("w"), "w")
                .workload("w", 9_000, 1L)
                .build();

        // The second card has it warm now, so there it may stay.
        given(PlanConstraints::forbiddenHere, problem, "w", "w").penalizesBy(1);
    }

    @Test
    void tooFewReplicas() {
        Problem problem = problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1)
                .workload("w", Map.of(BIG, 9_000L), 2, 9, 0, 1L)
                .workload("v", 9_000, 1L)
                .build();

        given(PlanConstraints::tooFewReplicas, problem, "v").penalizesBy(2);
        given(PlanConstraints::tooFewReplicas, problem, "w").penalizesBy(1);
    }

    @Test
    void tooManyReplicas() {
        Problem problem = problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1)
                .gpu("rig", BIG, 1)
                .gpu("rig", BIG, 1)
                .workload("w", Map.of(BIG, 9_000L), 0, 1, 0, 1L)
                .build();

        given(PlanConstraints::tooManyReplicas, problem, "w", "w", "w").penalizesBy(2);
    }

    @Test
    void tooManyChanges() {
        Problem problem = problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1, "w")
                .gpu("rig", BIG, 1, "v")
                .workload("w", 9_000, 1L)
                .workload("v", 9_000, 1L)
                .maxChanges(1)
                .build();

        given(PlanConstraints::tooManyChanges, problem, "v", "w").penalizesBy(1);
        given(PlanConstraints::tooManyChanges, problem, "w", null).penalizesBy(0);
    }

    @Test
    void workloadWorth() {
        Problem problem = problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1)
                .gpu("rig", BIG, 1)
                .gpu("rig", BIG, 1)
                .workload("w", 9_000, 700L, 200L)
                .workload("v", 9_000, 50L)
                .build();

        // 700 + 200 for w, 50 for v.
        given(PlanConstraints::workloadWorth, problem, "w", "w", "v").rewardsWith(950);
        // The third replica is past the curve's end.
        given(PlanConstraints::workloadWorth, problem, "w", "w", "w").rewardsWith(900);
    }

    @Test
    void linearIncomeAndCost() {
        Problem plain = problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1)
                .gpu("rig", SMALL, 1)
                .build();
        Problem problem = new Problem(
                plain.classes(),
                plain.workers(),
                plain.gpus(),
                List.of(new WorkloadSpec(
                        "w",
                        new TreeMap<>(Map.of(BIG, 1L, SMALL, 1L)),
                        new TreeMap<>(),
                        new TreeMap<>(Map.of(BIG, 100L, SMALL, -40L)),
                        List.of(),
                        0,
                        9,
                        0)),
                List.of(),
                null);

        given(PlanConstraints::linearIncome, problem, "w", "w").rewardsWith(100);
        given(PlanConstraints::linearCost, problem, "w", "w").penalizesBy(40);
    }

    @Test
    void freeSlotWorth() {
        Problem problem = problem()
                .worker("rig", 0, true, 90L, 20L)
                .gpu("rig", BIG, 1)
                .gpu("rig", BIG, 1)
                .gpu("rig", BIG, 1)
                .workload("w", 9_000, 1L)
                .build();

        given(PlanConstraints::freeSlotWorth, problem, "w", null, null).rewardsWith(110);
        given(PlanConstraints::freeSlotWorth, problem, "w", "w", null).rewardsWith(90);
    }

    @Test
    void changeCost() {
        Problem problem = problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1, "w")
                .gpu("rig", BIG, 1)
                .workload("w", Map.of(BIG, 9_000L), 0, 9, 30, 1L)
                .build();

        // Only the second card's replica is new.
        given(PlanConstraints::changeCost, problem, "w", "w").penalizesBy(30);
    }

    @Test
    void reloadCost() {
        Problem problem = problem()
                .worker("rig", 500, true)
                .worker("other", 70, true)
                .gpu("rig", BIG, 1, "w")
                .gpu("rig", BIG, 1, "w")
                .gpu("other", BIG, 1, "w")
                .workload("w", 9_000, 1L)
                .workload("v", 9_000, 1L)
                .build();

        // Two slots of one worker change: one reload. The other worker stays as it is.
        given(PlanConstraints::reloadCost, problem, "v", null, "w").penalizesBy(500);
        given(PlanConstraints::reloadCost, problem, "w", "w", null).penalizesBy(70);
    }

    @Test
    void everyRuleIsTestedHere() {
        Set<String> tested = Arrays.stream(PlanConstraintsTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName())
                .collect(Collectors.toSet());
        tested.addAll(Set.of("linearIncome", "linearCost")); // in linearIncomeAndCost

        assertThat(Arrays.stream(PlanConstraints.class.getDeclaredMethods())
                        .filter(method -> method.getReturnType().equals(Constraint.class))
                        .map(method -> method.getName()))
                .hasSize(13)
                .allMatch(tested::contains);
    }

    @Test
    void tooFewReplicasWhereNoneStandAndNoSlotIsFilled() {
        Problem problem = problem()
                .worker("rig", 0, false)
                .gpu("rig", BIG, 3)
                .workload("w", Map.of(BIG, 1L), 3, 9, 0, 1L)
                .workload("v", Map.of(BIG, 1L), 1, 9, 0, 1L)
                .build();

        given(PlanConstraints::tooFewReplicas, problem, null, null, null).penalizesBy(4);
        given(PlanConstraints::tooFewReplicas, problem, "w", "w", "w").penalizesBy(1);
        given(PlanConstraints::tooFewReplicas, problem, "v", "w", "w").penalizesBy(1);
    }

    @Test
    void tooManyReplicasOfWhatMayNotStandAtAll() {
        Problem problem = problem()
                .worker("rig", 0, false)
                .gpu("rig", BIG, 2, "w")
                .workload("w", Map.of(BIG, 1L), 0, 0, 0, 1L)
                .build();

        given(PlanConstraints::tooManyReplicas, problem, "w", "w").penalizesBy(2);
        given(PlanConstraints::tooManyReplicas, problem, null, null).penalizesBy(0);
    }

    @Test
    void vramDoesNotFitWhereItCannotRunOrNothingIsLeft() {
        Problem plain = problem()
                .worker("rig", 0, false)
                .gpu("rig", SMALL, 1)
                .gpu("rig", BIG, 1)
                .workload("w", Map.of(BIG, 1L), 0, 9, 0, 1L)
                .build();
        Problem reserved = new Problem(
                plain.classes(),
                plain.workers(),
                List.of(plain.gpus().get(0), new GpuSpec("rig/1", "rig", BIG, 1, 23_999, List.of(), new TreeSet<>())),
                plain.workloads(),
                List.of(),
                null);

        given(PlanConstraints::vramFits, plain, "w", "w").penalizes();
        given(PlanConstraints::vramFits, reserved, null, "w").penalizesBy(0);
        given(PlanConstraints::vramFits, withReserved(reserved, 90_000), null, "w")
                .penalizesBy(1);
    }

    private static Problem withReserved(Problem problem, long mib) {
        return new Problem(
                problem.classes(),
                problem.workers(),
                List.of(problem.gpus().get(0), new GpuSpec("rig/1", "rig", BIG, 1, mib, List.of(), new TreeSet<>())),
                problem.workloads(),
                List.of(),
                null);
    }

    @Test
    void slotsFilledInOrderOverSeveralContainers() {
        Problem problem = problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 2)
                .gpu("rig", BIG, 2)
                .workload("w", 1, 1L)
                .build();

        // Three replicas: two on the first card, one on the second; which container holds them is nobody's business.
        given(PlanConstraints::slotsFilledInOrder, problem, "w", "w", null, "w").penalizesBy(0);
        given(PlanConstraints::slotsFilledInOrder, problem, "w", null, "w", "w").penalizesBy(2);
        given(PlanConstraints::slotsFilledInOrder, problem, "w", "w", null, null)
                .penalizesBy(2);
    }

    @Test
    void pinKeptByCopiesOnOneCard() {
        Problem problem = problem()
                .worker("rig", 0, false)
                .gpu("rig", BIG, 3)
                .workload("w", 1, 1L)
                .pin(true, "rig/0", "w")
                .pin(true, "rig/0", "w")
                .pin(false, "rig", "w")
                .build();

        // A replica on the card counts for both pins.
        given(PlanConstraints::pinKept, problem, "w", "w", null).penalizesBy(0);
        given(PlanConstraints::pinKept, problem, "w", null, null).penalizesBy(1);
        given(PlanConstraints::pinKept, problem, null, null, null).penalizesBy(3);
    }

    @Test
    void forbiddenHereOnTheWholeWorker() {
        Problem plain = problem()
                .worker("rig", 0, false)
                .gpu("rig", BIG, 2, "w")
                .gpu("rig", BIG, 1)
                .workload("w", 1, 1L)
                .build();
        Problem problem = new Problem(
                plain.classes(),
                List.of(new WorkerSpec("rig", 0, false, List.of(), new TreeSet<>(Set.of("w")))),
                plain.gpus(),
                plain.workloads(),
                List.of(),
                null);

        // Where it is warm it may stand any number of times.
        given(PlanConstraints::forbiddenHere, problem, "w", "w", "w").penalizesBy(1);
    }

    @Test
    void tooManyChangesOfCopiesOnOneCard() {
        Problem problem = problem()
                .worker("rig", 0, false)
                .gpu("rig", BIG, 3, "w", "w")
                .workload("w", 1, 1L)
                .workload("v", 1, 1L)
                .maxChanges(0)
                .build();

        // Swaps and additions count once each, another order of the same does not.
        given(PlanConstraints::tooManyChanges, problem, null, "w", "w").penalizesBy(0);
        given(PlanConstraints::tooManyChanges, problem, "w", "v", null).penalizesBy(1);
        given(PlanConstraints::tooManyChanges, problem, "v", "v", "w").penalizesBy(2);
        given(PlanConstraints::tooManyChanges, problem, null, null, null).penalizesBy(2);
    }

    @Test
    void workloadWorthByUnitsOfEachClass() {
        Problem plain = problem()
                .worker("rig", 0, false)
                .gpu("rig", BIG, 2)
                .gpu("rig", SMALL, 1)
                .build();
        Problem problem = new Problem(
                plain.classes(),
                plain.workers(),
                plain.gpus(),
                List.of(new WorkloadSpec(
                        "w",
                        new TreeMap<>(Map.of(BIG, 1L, SMALL, 1L)),
                        new TreeMap<>(Map.of(BIG, 3, SMALL, 2)),
                        new TreeMap<>(),
                        List.of(10L, 9L, 8L, 7L, 6L, 5L),
                        0,
                        9,
                        0)),
                List.of(),
                null);

        given(PlanConstraints::workloadWorth, problem, null, null, "w").rewardsWith(19);
        given(PlanConstraints::workloadWorth, problem, "w", null, "w").rewardsWith(40);
        given(PlanConstraints::workloadWorth, problem, "w", "w", "w").rewardsWith(45);
    }

    @Test
    void changeCostOfEachCopyBeyondThoseThatStay() {
        Problem problem = problem()
                .worker("rig", 0, false)
                .gpu("rig", BIG, 3, "w")
                .gpu("rig", BIG, 1)
                .workload("w", Map.of(BIG, 1L), 0, 9, 30, 1L)
                .build();

        // A replica that moves to another card is new there.
        given(PlanConstraints::changeCost, problem, null, null, null, "w").penalizesBy(30);
        given(PlanConstraints::changeCost, problem, "w", "w", "w", null).penalizesBy(60);
        given(PlanConstraints::changeCost, problem, null, "w", null, null).penalizesBy(0);
    }

    @Test
    void freeSlotWorthOfEveryWorkerAlone() {
        Problem problem = problem()
                .worker("rig", 0, false, 90L, 20L)
                .worker("other", 0, false, 7L)
                .gpu("rig", BIG, 1)
                .gpu("rig", BIG, 2)
                .gpu("other", BIG, 2)
                .workload("w", 1, 1L)
                .build();

        given(PlanConstraints::freeSlotWorth, problem, null, null, null, null, null)
                .rewardsWith(117);
        given(PlanConstraints::freeSlotWorth, problem, "w", "w", null, "w", "w").rewardsWith(90);
    }
}
