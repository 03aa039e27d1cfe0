package org.warmplan.plan.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Rig;

/** Ruin and rebuild: empties two workers and fills as many slots again, one after another with what brings most then. */
public final class RebuildMoves implements MoveIteratorFactory<Placing, ContentsMove> {
    private static final int WORKERS = 2;

    @Override
    public long getSize(ScoreDirector<Placing> director) {
        return director.getWorkingSolution().slots().size();
    }

    @Override
    public Iterator<ContentsMove> createOriginalMoveIterator(ScoreDirector<Placing> director) {
        return Collections.emptyIterator();
    }

    @Override
    public Iterator<ContentsMove> createRandomMoveIterator(ScoreDirector<Placing> director, Random random) {
        Placing placing = director.getWorkingSolution();
        return new EndlessMoves(placing.slots().isEmpty() ? null : () -> rebuilt(placing, random));
    }

    private static ContentsMove rebuilt(Placing placing, Random random) {
        List<Slot> ruined = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            Rig rig =
                    placing.slots().get(random.nextInt(placing.slots().size())).rig();
            if (ruined.stream().noneMatch(slot -> slot.rig() == rig)) {
                for (Card card : rig.cards()) {
                    for (int container = 0; container < card.slots(); container++) {
                        ruined.add(placing.slot(card, container));
                    }
                }
            }
        }
        Collections.shuffle(ruined, random);
        return new ContentsMove(ruined.toArray(Slot[]::new), filled(placing, ruined));
    }

    private static @Nullable Candidate[] filled(Placing placing, List<Slot> ruined) {
        long[] units = new long[placing.workloads()];
        for (Slot slot : placing.slots()) {
            if (!slot.isFree()) {
                units[slot.filledWith().index()] += slot.units();
            }
        }
        long[] room = new long[placing.cards()];
        for (Slot slot : ruined) {
            room[slot.card().index()] = slot.card().room();
            if (!slot.isFree()) {
                units[slot.filledWith().index()] -= slot.units();
            }
        }
        @Nullable Candidate[] contents = new Candidate[ruined.size()];
        for (int i = 0; i < contents.length; i++) {
            Card card = ruined.get(i).card();
            // As many slots are filled as before, so that the slot order holds.
            Candidate best = ruined.get(i).isFree() ? null : best(card, room[card.index()], units);
            if (best != null) {
                units[best.index()] += best.unitsOn(card.classIndex());
                room[card.index()] -= best.vramOn(card.classIndex());
            }
            contents[i] = best;
        }
        return contents;
    }

    private static @Nullable Candidate best(Card card, long room, long[] units) {
        int c = card.classIndex();
        Candidate best = null;
        long most = Long.MIN_VALUE;
        for (Candidate candidate : card.allowed()) {
            if (candidate.vramOn(c) <= room) {
                long gain = candidate.gain(units[candidate.index()], candidate.unitsOn(c))
                        + candidate.linearOn(c)
                        - (card.current().contains(candidate) ? 0 : candidate.changeCost());
                if (gain > most) {
                    most = gain;
                    best = candidate;
                }
            }
        }
        return best;
    }
}
