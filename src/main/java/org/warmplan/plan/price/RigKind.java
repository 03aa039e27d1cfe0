package org.warmplan.plan.price;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Pin;
import org.warmplan.plan.board.Rig;

/** Workers that are alike: the same kinds of cards with the same warm replicas, the same costs. Solved once and counted. */
public final class RigKind {
    private final int index;
    private final List<CardKind> cards;
    private final Rig first;
    private final boolean mayKeep;
    private final List<List<Card>> members = new ArrayList<>();
    private final List<Rig> rigs = new ArrayList<>();

    /** What tells kinds apart. */
    record Key(List<CardKind> cards, boolean inOrder, long reloadCost, List<Long> freeSlot, boolean mayKeep) {}

    RigKind(int index, Key key, Rig first) {
        this.index = index;
        this.cards = key.cards();
        this.mayKeep = key.mayKeep();
        this.first = first;
    }

    void add(Rig rig, List<Card> inKindOrder) {
        rigs.add(rig);
        members.add(inKindOrder);
    }

    static List<Card> inKindOrder(Rig rig, Map<Card, CardKind> kinds) {
        return rig.fillsInOrder()
                ? rig.cards()
                : rig.cards().stream()
                        .sorted(Comparator.comparingInt(
                                card -> Objects.requireNonNull(kinds.get(card)).index()))
                        .toList();
    }

    static Key key(Board board, Rig rig, List<CardKind> cards) {
        return new Key(cards, rig.fillsInOrder(), rig.reloadCost(), rig.spec().freeSlot(), mayKeep(board, rig));
    }

    /** Whether what is warm meets the rules of the worker by itself; forbid and replica limits do not count. */
    private static boolean mayKeep(Board board, Rig rig) {
        int replicas = rig.cards().stream().mapToInt(c -> c.current().size()).sum();
        for (Card card : rig.cards()) {
            boolean inOrder = !rig.fillsInOrder() || card.current().size() == rig.heldInOrder(card.place(), replicas);
            if (!inOrder || card.need(card.current()) > card.room() || !standsByItself(board.pinsOn(card))) {
                return false;
            }
        }
        return standsByItself(board.pinsOn(rig));
    }

    private static boolean standsByItself(List<Pin> pins) {
        return pins.stream()
                .allMatch(pin -> pin.cards().stream()
                                .mapToLong(card -> card.current().stream()
                                        .filter(pin.candidate()::equals)
                                        .count())
                                .sum()
                        >= pin.count());
    }

    public int index() {
        return index;
    }

    /** How many workers are of this kind. */
    public int count() {
        return rigs.size();
    }

    /** The workers of this kind. */
    public List<Rig> rigs() {
        return rigs;
    }

    /** The cards of worker number {@code member} of this kind, in the order of {@link Column#byCard}. */
    public List<Card> cardsOf(int member) {
        return members.get(member);
    }

    List<CardKind> cards() {
        return cards;
    }

    Rig first() {
        return first;
    }

    /** Whether what is warm may stay as it is. */
    public boolean mayKeep() {
        return mayKeep;
    }

    /** What is warm now, as a column. */
    public List<List<Candidate>> current() {
        return cards.stream().map(CardKind::current).toList();
    }
}
