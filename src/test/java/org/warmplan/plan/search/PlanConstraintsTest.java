package org.warmplan.plan.search;

import static org.warmplan.plan.Problems.BIG;
import static org.warmplan.plan.Problems.SMALL;
import static org.warmplan.plan.Problems.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;
import org.optaplanner.test.api.score.stream.SingleConstraintAssertion;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Card;
import org.warmplan.problem.Problem;
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
}
