package org.warmplan.plan.price;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;

/**
 * What one worker may hold, with what that is worth at no prices and what it is paid for.
 *
 * @param byCard replicas by card, in the order of the worker's kind; sorted by workload
 * @param fixed gwei per week: linear + free slots - changes - reload
 * @param index which prices it is paid by, ascending: workload * classes + class
 * @param replicas how many it is paid for, by the same position
 */
@SuppressWarnings("ArrayRecordComponent") // Made by the million, and never changed.
public record Column(List<List<Candidate>> byCard, long fixed, int[] index, int[] replicas, long changedSlots) {

    static Column of(RigKind kind, int classes, List<List<Candidate>> byCard) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        long fixed = 0;
        long changed = 0;
        int held = 0;
        List<Card> cards = kind.cardsOf(0);
        for (int i = 0; i < cards.size(); i++) {
            Card card = cards.get(i);
            List<Candidate> replicas = byCard.get(i);
            held += replicas.size();
            changed += card.changedSlots(replicas);
            fixed -= card.changeCosts(replicas);
            for (Candidate candidate : replicas) {
                fixed += candidate.linearOn(card.classIndex());
                counts.merge(candidate.index() * classes + card.classIndex(), 1, Integer::sum);
            }
        }
        fixed += kind.first().worthOfFree(kind.first().slots() - held);
        fixed -= changed > 0 ? kind.first().reloadCost() : 0;
        return new Column(
                List.copyOf(byCard),
                fixed,
                counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                counts.values().stream().mapToInt(Integer::intValue).toArray(),
                changed);
    }

    /** Nothing on any card. */
    static List<List<Candidate>> empty(RigKind kind) {
        List<List<Candidate>> empty = new ArrayList<>();
        kind.cards().forEach(card -> empty.add(List.of()));
        return empty;
    }
}
