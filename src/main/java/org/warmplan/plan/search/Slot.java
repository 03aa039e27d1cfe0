package org.warmplan.plan.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Rig;

/** A place for one replica: a card and a container on it. What stands in it is what OptaPlanner decides. */
@PlanningEntity
@SuppressWarnings("UnusedVariable") // OptaPlanner reads the values by reflection.
public final class Slot {
    /** The name of the planning variable. */
    static final String CANDIDATE = "candidate";

    /** MiB; cards have at most 10^12. */
    private static final long NOWHERE = 1L << 50;

    @PlanningId
    private String id;

    private Card card;

    @ValueRangeProvider(id = "allowed")
    private List<Candidate> allowed;

    @PlanningVariable(valueRangeProviderRefs = "allowed", nullable = true)
    private @Nullable Candidate candidate;

    /** For OptaPlanner, which makes empty copies and fills them. */
    @SuppressWarnings("NullAway.Init")
    Slot() {}

    Slot(Card card, int container, @Nullable Candidate candidate) {
        this.id = card.id() + "#" + container;
        this.card = card;
        this.allowed = card.allowed();
        this.candidate = candidate;
    }

    String id() {
        return id;
    }

    Card card() {
        return card;
    }

    Rig rig() {
        return card.rig();
    }

    @Nullable
    Candidate candidate() {
        return candidate;
    }

    void setCandidate(@Nullable Candidate next) {
        candidate = next;
    }

    boolean holds(Candidate wanted) {
        return candidate == wanted;
    }

    boolean isFree() {
        return candidate == null;
    }

    /** The candidate of a filled slot. */
    Candidate filledWith() {
        if (candidate == null) {
            throw new IllegalStateException("The slot " + id + " is free.");
        }
        return candidate;
    }

    /** What its replica adds to the workload's curve. */
    int units() {
        return filledWith().unitsOn(card.classIndex());
    }

    /** MiB that its replica needs; more than any card has when it cannot run on the class. */
    long need() {
        Candidate replica = filledWith();
        return replica.runsOn(card.classIndex()) ? replica.vramOn(card.classIndex()) : NOWHERE;
    }

    long linear() {
        return filledWith().linearOn(card.classIndex());
    }

    @Override
    public String toString() {
        return id;
    }
}
