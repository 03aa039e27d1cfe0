package org.warmplan.plan.place;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.price.Tariff;

/** Which workloads are tried on which card. */
final class Liking {
    /** How many of the workloads that the prices favour. */
    private static final int MOST = 25;

    private Liking() {}

    /** Whatever may stand there. */
    static int[][] all(Board board) {
        return by(board, card -> Fleet.indexes(card.allowed()));
    }

    /** What brings a card most at these prices, by itself and for the VRAM it needs; what stands there today. */
    static int[][] of(Board board, Tariff tariff) {
        return by(board, card -> favoured(card, tariff));
    }

    private interface Choice {
        int[] of(Card card);
    }

    /** What decides the choice, so that cards alike share it. */
    private record Key(List<Candidate> allowed, int gpuClass, List<Candidate> current) {}

    private static int[][] by(Board board, Choice choice) {
        Map<Key, int[]> known = new HashMap<>();
        int[][] liked = new int[board.cards().size()][];
        for (Card card : board.cards()) {
            liked[card.index()] = known.computeIfAbsent(
                    new Key(card.allowed(), card.classIndex(), card.current()), key -> choice.of(card));
        }
        return liked;
    }

    private static int[] favoured(Card card, Tariff tariff) {
        int c = card.classIndex();
        Set<Candidate> liked = new LinkedHashSet<>();
        ToDoubleFunction<Candidate> worth =
                w -> (double) tariff.of(w, c) / tariff.scale() + w.linearOn(c) - w.changeCost();
        addBest(card, worth, liked);
        if (card.slots() > 1) {
            addBest(card, w -> worth.applyAsDouble(w) / (1.0 + w.vramOn(c)), liked);
        }
        liked.addAll(card.current());
        liked.retainAll(Set.copyOf(card.allowed()));
        return liked.stream().mapToInt(Candidate::index).toArray();
    }

    private static void addBest(Card card, ToDoubleFunction<Candidate> worth, Set<Candidate> liked) {
        card.allowed().stream()
                .sorted(Comparator.comparingDouble(w -> -worth.applyAsDouble(w)))
                .limit(MOST)
                .forEach(liked::add);
    }
}
