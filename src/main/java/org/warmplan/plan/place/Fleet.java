package org.warmplan.plan.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Pin;
import org.warmplan.plan.board.Rig;
import org.warmplan.plan.price.Column;
import org.warmplan.plan.price.Market;
import org.warmplan.plan.price.RigKind;

/** What moves need to know of a board, by position: what each card may hold, and what whole workers may hold. */
final class Fleet {
    private final Board board;
    private final Card[] cards;
    private final boolean[][] allowed;
    private final boolean[] mayKeep;
    private final List<List<int[][]>> columns = new ArrayList<>();
    private final List<List<Card>> cardsOf = new ArrayList<>();
    private final List<RigKind> kinds;
    private final List<Set<List<List<Candidate>>>> known = new ArrayList<>();

    Fleet(Market market) {
        this.board = market.board();
        this.cards = board.cards().toArray(Card[]::new);
        this.allowed = new boolean[cards.length][];
        this.mayKeep = new boolean[board.rigs().size()];
        this.kinds = market.rigs();
        IdentityHashMap<List<Candidate>, boolean[]> masks = new IdentityHashMap<>();
        for (Card card : cards) {
            allowed[card.index()] = masks.computeIfAbsent(card.allowed(), this::mask);
        }
        List<List<int[][]>> byKind = new ArrayList<>();
        for (int k = 0; k < kinds.size(); k++) {
            byKind.add(new ArrayList<>());
            known.add(new LinkedHashSet<>());
        }
        for (int r = 0; r < mayKeep.length; r++) {
            columns.add(List.of());
            cardsOf.add(List.of());
        }
        for (RigKind kind : kinds) {
            for (int i = 0; i < kind.count(); i++) {
                int r = kind.rigs().get(i).index();
                columns.set(r, byKind.get(kind.index()));
                cardsOf.set(r, kind.cardsOf(i));
                mayKeep[r] = kind.mayKeep();
            }
        }
    }

    private boolean[] mask(List<Candidate> list) {
        boolean[] mask = new boolean[board.candidates().size()];
        list.forEach(candidate -> mask[candidate.index()] = true);
        return mask;
    }

    Board board() {
        return board;
    }

    Card[] cards() {
        return cards;
    }

    /** Whether what is warm on the worker may stay as it is. */
    boolean mayKeep(Rig rig) {
        return mayKeep[rig.index()];
    }

    boolean allows(Card card, int workload) {
        return allowed[card.index()][workload];
    }

    /** Contents of a worker worth trying, card by card as in {@link #cardsOf}. */
    List<int[][]> columnsOf(Rig rig) {
        return columns.get(rig.index());
    }

    List<Card> cardsOf(Rig rig) {
        return cardsOf.get(rig.index());
    }

    /** Makes a column one worth trying for its kind of worker. */
    void suggest(RigKind kind, Column column) {
        if (column.changedSlots() > 0 && known.get(kind.index()).add(column.byCard())) {
            columns.get(kind.rigs().get(0).index())
                    .add(column.byCard().stream().map(Fleet::indexes).toArray(int[][]::new));
        }
    }

    /** All columns worth trying, of every worker. */
    List<Suggestion> suggestions() {
        List<Suggestion> all = new ArrayList<>();
        for (Rig rig : board.rigs()) {
            for (int[][] column : columnsOf(rig)) {
                all.add(new Suggestion(
                        cardsOf(rig),
                        Arrays.stream(column)
                                .map(replicas -> Arrays.stream(replicas)
                                        .mapToObj(board.candidates()::get)
                                        .toList())
                                .toList()));
            }
        }
        return all;
    }

    static int[] indexes(List<Candidate> replicas) {
        return replicas.stream().mapToInt(Candidate::index).toArray();
    }

    /** Whether these replicas keep the card's own rules. */
    boolean fits(Card card, int[] replicas) {
        long room = card.room();
        for (int w : replicas) {
            if (!allowed[card.index()][w]) {
                return false;
            }
            room -= board.candidates().get(w).vramOn(card.classIndex());
        }
        if (room < 0) {
            return false;
        }
        for (Pin pin : board.pinsOn(card)) {
            if (count(replicas, pin.candidate().index()) < pin.count()) {
                return false;
            }
        }
        return true;
    }

    static long count(int[] replicas, int workload) {
        return Arrays.stream(replicas).filter(w -> w == workload).count();
    }
}
