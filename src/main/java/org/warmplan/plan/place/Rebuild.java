package org.warmplan.plan.place;

import java.util.List;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Pin;
import org.warmplan.plan.board.Rig;

/** Fills one worker from nothing, slot after slot with what brings most then, all other workers as they are. */
final class Rebuild {
    private final Fleet fleet;
    private final Board board;
    private final Layout layout;
    private final long[] units;
    private final int[] replicas;

    Rebuild(Fleet fleet, Layout layout) {
        this.fleet = fleet;
        this.board = fleet.board();
        this.layout = layout;
        this.units = new long[board.candidates().size()];
        this.replicas = new int[units.length];
    }

    /** Contents for the worker's cards, in the order of {@link Fleet#cardsOf}: as many replicas on each as now. */
    int[][] of(Rig rig) {
        for (Candidate candidate : board.candidates()) {
            units[candidate.index()] = layout.unitsOf(candidate);
            replicas[candidate.index()] = layout.replicasOf(candidate);
        }
        List<Card> cards = fleet.cardsOf(rig);
        for (Card card : cards) {
            for (int w : layout.on(card)) {
                count(card, w, -1);
            }
        }
        int[][] contents = new int[cards.size()][];
        for (int i = 0; i < contents.length; i++) {
            contents[i] = fill(cards.get(i), layout.on(cards.get(i)).length);
        }
        return contents;
    }

    private void count(Card card, int workload, int sign) {
        units[workload] += (long) sign * board.candidates().get(workload).unitsOn(card.classIndex());
        replicas[workload] += sign;
    }

    private int[] fill(Card card, int slots) {
        int[] filled = new int[slots];
        long room = card.room();
        int at = 0;
        for (Pin pin : board.pinsOn(card)) {
            for (int i = 0; i < pin.count() && at < slots; i++) {
                room = put(card, pin.candidate().index(), filled, at++, room);
            }
        }
        while (at < slots) {
            int best = best(card, room, slots - at - 1);
            if (best < 0) {
                // Nothing fits beside what is there: as before.
                for (int i = 0; i < at; i++) {
                    count(card, filled[i], -1);
                }
                int[] before = layout.on(card);
                for (int w : before) {
                    count(card, w, 1);
                }
                return before;
            }
            room = put(card, best, filled, at++, room);
        }
        return filled;
    }

    private long put(Card card, int workload, int[] filled, int at, long room) {
        filled[at] = workload;
        count(card, workload, 1);
        return room - board.candidates().get(workload).vramOn(card.classIndex());
    }

    /** What brings most, and leaves each later slot room for the smallest. */
    private int best(Card card, long room, int later) {
        int c = card.classIndex();
        long smallest = Long.MAX_VALUE;
        for (Candidate candidate : card.allowed()) {
            smallest = Math.min(smallest, candidate.vramOn(c));
        }
        int best = -1;
        long most = Long.MIN_VALUE;
        for (Candidate candidate : card.allowed()) {
            int w = candidate.index();
            if (candidate.vramOn(c) + later * smallest <= room && replicas[w] < candidate.maxReplicas()) {
                long gain = candidate.gain(units[w], candidate.unitsOn(c))
                        + candidate.linearOn(c)
                        - (card.current().contains(candidate) ? 0 : candidate.changeCost());
                if (gain > most) {
                    most = gain;
                    best = w;
                }
            }
        }
        return best;
    }
}
