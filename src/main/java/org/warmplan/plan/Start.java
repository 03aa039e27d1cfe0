package org.warmplan.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A first placement: what is warm now, improved card by card as long as one card's change gains. */
final class Start {
    private static final int PASSES = 20;

    private final Board board;
    private final CardOptions options;

    private Start(Board board, CardOptions options) {
        this.board = board;
        this.options = options;
    }

    /** The best of: the current state, the same improved, an empty fleet filled up; always one, feasible or not. */
    static List<List<Candidate>> of(Board board, CardOptions options) {
        Start start = new Start(board, options);
        List<List<Candidate>> current =
                board.cards().stream().map(Card::current).toList();
        List<List<Candidate>> empty = Collections.nCopies(board.cards().size(), List.of());
        List<List<Candidate>> best = current;
        for (List<List<Candidate>> next : List.of(start.improved(current), start.improved(empty))) {
            if (isBetter(Evaluation.of(board, next), Evaluation.of(board, best))) {
                best = next;
            }
        }
        return best;
    }

    private List<List<Candidate>> improved(List<List<Candidate>> from) {
        List<List<Candidate>> placed = new ArrayList<>(from);
        Evaluation value = Evaluation.of(board, placed);
        for (int pass = 0; pass < PASSES; pass++) {
            Evaluation before = value;
            for (Card card : board.cards()) {
                value = improve(card, placed, value);
            }
            if (value.equals(before)) {
                break;
            }
        }
        return placed;
    }

    private Evaluation improve(Card card, List<List<Candidate>> placed, Evaluation value) {
        Evaluation best = value;
        List<Candidate> kept = placed.get(card.index());
        for (CardOptions.Option option : options.of(card)) {
            placed.set(card.index(), option.replicas());
            Evaluation next = Evaluation.of(board, placed);
            if (isBetter(next, best)) {
                best = next;
                kept = option.replicas();
            }
        }
        placed.set(card.index(), kept);
        return best;
    }

    private static boolean isBetter(Evaluation a, Evaluation b) {
        int broken = Integer.compare(a.broken().size(), b.broken().size());
        return broken != 0 ? broken < 0 : a.value() > b.value();
    }
}
