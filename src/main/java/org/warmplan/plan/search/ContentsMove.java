package org.warmplan.plan.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;
import org.warmplan.plan.board.Candidate;

/** Gives several slots other contents at once. */
final class ContentsMove extends AbstractMove<Placing> {
    private final Slot[] slots;
    private final @Nullable Candidate[] contents;

    ContentsMove(Slot[] slots, @Nullable Candidate[] contents) {
        this.slots = slots;
        this.contents = contents;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Placing> director) {
        for (int i = 0; i < slots.length; i++) {
            if (slots[i].candidate() != contents[i]) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected ContentsMove createUndoMove(ScoreDirector<Placing> director) {
        return new ContentsMove(slots, Arrays.stream(slots).map(Slot::candidate).toArray(Candidate[]::new));
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Placing> director) {
        for (int i = 0; i < slots.length; i++) {
            if (slots[i].candidate() != contents[i]) {
                director.beforeVariableChanged(slots[i], Slot.CANDIDATE);
                slots[i].setCandidate(contents[i]);
                director.afterVariableChanged(slots[i], Slot.CANDIDATE);
            }
        }
    }

    @Override
    public ContentsMove rebase(ScoreDirector<Placing> director) {
        return new ContentsMove(
                Arrays.stream(slots).map(director::lookUpWorkingObject).toArray(Slot[]::new), contents);
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return List.of(slots);
    }

    @Override
    public Collection<?> getPlanningValues() {
        return new ArrayList<>(Arrays.asList(contents));
    }
}
