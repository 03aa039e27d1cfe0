package org.warmplan.plan.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.solution.ProblemFactProperty;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Pin;
import org.warmplan.plan.place.Suggestion;

/** The board with something in its slots, as OptaPlanner holds it. */
@PlanningSolution
@SuppressWarnings("UnusedVariable") // OptaPlanner reads the facts by reflection.
public final class Placing {
    @ProblemFactCollectionProperty
    private List<Candidate> candidates;

    @ProblemFactCollectionProperty
    private List<Pin> pins;

    @ProblemFactProperty
    private ChangeLimit changeLimit;

    @PlanningEntityCollectionProperty
    private List<Slot> slots;

    /** Where the slots of each card begin, by card index. */
    private int[] firstSlot;

    private List<Suggestion> suggestions;

    @PlanningScore
    private @Nullable HardSoftLongScore score;

    /** Most changed slots in all. */
    record ChangeLimit(long slots) {}

    /** For OptaPlanner, which makes empty copies and fills them. */
    @SuppressWarnings("NullAway.Init")
    Placing() {}

    Placing(Board board, List<List<Candidate>> placed, List<Suggestion> suggestions) {
        this.candidates = board.candidates();
        this.pins = board.pins();
        this.changeLimit = new ChangeLimit(board.maxChanges());
        this.slots = new ArrayList<>();
        this.suggestions = suggestions;
        this.firstSlot = new int[board.cards().size()];
        for (Card card : board.cards()) {
            firstSlot[card.index()] = slots.size();
            List<Candidate> replicas = placed.get(card.index());
            for (int container = 0; container < card.slots(); container++) {
                slots.add(new Slot(card, container, container < replicas.size() ? replicas.get(container) : null));
            }
        }
    }

    List<Suggestion> suggestions() {
        return suggestions;
    }

    Slot slot(Card card, int container) {
        return slots.get(firstSlot[card.index()] + container);
    }

    int cards() {
        return firstSlot.length;
    }

    int workloads() {
        return candidates.size();
    }

    List<Slot> slots() {
        return slots;
    }

    @Nullable
    HardSoftLongScore score() {
        return score;
    }

    /** Replicas by card index. */
    List<List<Candidate>> placed(Board board) {
        List<List<Candidate>> placed = new ArrayList<>();
        board.cards().forEach(card -> placed.add(new ArrayList<>()));
        for (Slot slot : slots) {
            if (!slot.isFree()) {
                placed.get(slot.card().index()).add(slot.filledWith());
            }
        }
        return placed;
    }
}
