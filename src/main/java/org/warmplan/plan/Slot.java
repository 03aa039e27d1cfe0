package org.warmplan.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** A place for one replica: a card and a container on it. What stands in it is what OptaPlanner decides. */
@PlanningEntity
@SuppressWarnings("UnusedVariable") // OptaPlanner reads the values by reflection.
public final class Slot {
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

    long linear() {
        return filledWith().linearOn(card);
    }

    @Override
    public String toString() {
        return id;
    }
}
