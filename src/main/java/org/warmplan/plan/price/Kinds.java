package org.warmplan.plan.price;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Rig;

/** Shelves, kinds of cards and kinds of workers of a board, each in the order of first appearance. */
final class Kinds {
    private final Map<Shelf, Integer> shelves = new LinkedHashMap<>();
    private final Map<CardKind.Key, CardKind> cards = new LinkedHashMap<>();
    private final Map<RigKind.Key, RigKind> rigs = new LinkedHashMap<>();
    private final int[] shelfOf;

    Kinds(Board board) {
        Map<Card, CardKind> kindOf = new HashMap<>();
        for (Card card : board.cards()) {
            CardKind.Key key = CardKind.Key.of(board, card);
            CardKind kind = cards.computeIfAbsent(key, k -> new CardKind(cards.size(), k));
            shelves.putIfAbsent(kind.shelf(), shelves.size());
            kindOf.put(card, kind);
        }
        shelfOf = cards.values().stream()
                .mapToInt(kind -> shelves.get(kind.shelf()))
                .toArray();
        for (Rig rig : board.rigs()) {
            List<Card> inKindOrder = RigKind.inKindOrder(rig, kindOf);
            RigKind.Key key = RigKind.key(
                    board, rig, inKindOrder.stream().map(kindOf::get).toList());
            rigs.computeIfAbsent(key, k -> new RigKind(rigs.size(), k, rig)).add(rig, inKindOrder);
        }
    }

    List<Shelf> shelves() {
        return new ArrayList<>(shelves.keySet());
    }

    List<CardKind> cards() {
        return new ArrayList<>(cards.values());
    }

    /** Position of the kind's shelf in {@link #shelves}. */
    int shelfOf(CardKind kind) {
        return shelfOf[kind.index()];
    }

    List<RigKind> rigs() {
        return new ArrayList<>(rigs.values());
    }
}
