package org.warmplan.plan.search;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.place.Suggestion;

/** Moves that give a whole worker what the prices suggested for it: one restart, many slots. */
public final class WorkerMoves implements MoveIteratorFactory<Placing, ContentsMove> {
    @Override
    public long getSize(ScoreDirector<Placing> director) {
        return director.getWorkingSolution().suggestions().size();
    }

    @Override
    public Iterator<ContentsMove> createOriginalMoveIterator(ScoreDirector<Placing> director) {
        Placing placing = director.getWorkingSolution();
        return placing.suggestions().stream()
                .map(suggestion -> move(placing, suggestion))
                .iterator();
    }

    @Override
    public Iterator<ContentsMove> createRandomMoveIterator(ScoreDirector<Placing> director, Random random) {
        Placing placing = director.getWorkingSolution();
        List<Suggestion> suggestions = placing.suggestions();
        return new EndlessMoves(
                suggestions.isEmpty()
                        ? null
                        : () -> move(placing, suggestions.get(random.nextInt(suggestions.size()))));
    }

    private static ContentsMove move(Placing placing, Suggestion suggestion) {
        int size = suggestion.cards().stream().mapToInt(Card::slots).sum();
        Slot[] slots = new Slot[size];
        @Nullable Candidate[] contents = new Candidate[size];
        int at = 0;
        for (int i = 0; i < suggestion.cards().size(); i++) {
            Card card = suggestion.cards().get(i);
            List<Candidate> replicas = suggestion.byCard().get(i);
            for (int container = 0; container < card.slots(); container++) {
                slots[at] = placing.slot(card, container);
                contents[at++] = container < replicas.size() ? replicas.get(container) : null;
            }
        }
        return new ContentsMove(slots, contents);
    }
}
