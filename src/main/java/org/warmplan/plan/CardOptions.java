package org.warmplan.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The sets of replicas each card can hold by itself: VRAM, forbid, its own pins and maxReplicas obeyed. Larger sets come
 * first, the empty one last. All of them, unless several containers on large cards make too many; then only those of the
 * most promising workloads, and nothing can be proven by going through them.
 */
final class CardOptions {
    /** Sets listed per card at most. */
    static final int MOST = 20_000;

    /** Sets listed on all cards together at most. */
    static final int MOST_IN_ALL = 100_000;

    /** Sets per card when not all are listed. */
    private static final int FEW = 2_000;

    private final List<List<Option>> byCard;
    private final boolean complete;

    /** One set of replicas with what it costs on this card, whatever stands elsewhere. */
    record Option(List<Candidate> replicas, long fixed, int changedSlots) {
        Option {
            replicas = List.copyOf(replicas);
        }
    }

    private CardOptions(List<List<Option>> byCard, boolean complete) {
        this.byCard = byCard;
        this.complete = complete;
    }

    static CardOptions of(Board board) {
        Map<Card, List<Board.Pin>> pins = pins(board);
        List<List<Option>> byCard = new ArrayList<>();
        int inAll = 0;
        for (Card card : board.cards()) {
            List<Option> options = list(card, card.allowed(), pins, MOST);
            inAll += options.size();
            if (options.size() > MOST || inAll > MOST_IN_ALL) {
                return few(board, pins);
            }
            byCard.add(options);
        }
        return new CardOptions(byCard, true);
    }

    private static CardOptions few(Board board, Map<Card, List<Board.Pin>> pins) {
        return new CardOptions(
                board.cards().stream()
                        .map(card -> list(card, promising(card, pins), pins, MOST))
                        .toList(),
                false);
    }

    private static List<Option> list(Card card, List<Candidate> candidates, Map<Card, List<Board.Pin>> pins, int most) {
        List<Option> options = new ArrayList<>();
        Filling filling = new Filling(card, candidates, pins.getOrDefault(card, List.of()), most);
        filling.fill(0, 0, new ArrayList<>(), options);
        options.sort(Comparator.comparingInt(o -> -o.replicas().size()));
        return options;
    }

    private static Map<Card, List<Board.Pin>> pins(Board board) {
        Map<Card, List<Board.Pin>> pins = new HashMap<>();
        for (Board.Pin pin : board.pins()) {
            if (pin.spec().onGpu()) {
                board.cards().stream()
                        .filter(pin::covers)
                        .forEach(card -> pins.computeIfAbsent(card, c -> new ArrayList<>())
                                .add(pin));
            }
        }
        return pins;
    }

    /** What stands or is pinned there, then in turn what brings most and what brings most for its VRAM. */
    private static List<Candidate> promising(Card card, Map<Card, List<Board.Pin>> pins) {
        Set<Candidate> chosen = new LinkedHashSet<>(card.current());
        pins.getOrDefault(card, List.of()).forEach(pin -> chosen.add(pin.candidate()));
        chosen.retainAll(card.allowed());
        List<Candidate> byWorth = sorted(card, candidate -> -(double) candidate.worth(1));
        List<Candidate> byDensity =
                sorted(card, candidate -> -(double) candidate.worth(1) / Math.max(1, candidate.vramOn(card)));
        for (int i = 0; i < byWorth.size() && sets(chosen.size() + 2, card.slots()) <= FEW; i++) {
            chosen.add(byWorth.get(i));
            chosen.add(byDensity.get(i));
        }
        // In the board's order, so that sets are listed in the same order as when all are.
        return card.allowed().stream().filter(chosen::contains).toList();
    }

    private static List<Candidate> sorted(Card card, ToDoubleFunction<Candidate> key) {
        return card.allowed().stream().sorted(Comparator.comparingDouble(key)).toList();
    }

    /** Multisets of at most {@code slots} out of {@code kinds}. */
    private static double sets(int kinds, int slots) {
        double sets = 1;
        for (int i = 1; i <= slots; i++) {
            sets = sets * (kinds + i) / i;
        }
        return sets;
    }

    List<Option> of(Card card) {
        return byCard.get(card.index());
    }

    /** Whether every set is listed, so that going through them proves something. */
    boolean isComplete() {
        return complete;
    }

    /** Lists the sets of one card. */
    private record Filling(Card card, List<Candidate> candidates, List<Board.Pin> pins, int most) {
        void fill(int from, long filled, List<Candidate> held, List<Option> options) {
            if (pins.stream().allMatch(pin -> Collections.frequency(held, pin.candidate()) >= pin.count())) {
                options.add(option(card, held));
            }
            for (int i = from; i < candidates.size() && held.size() < card.slots() && options.size() <= most; i++) {
                Candidate candidate = candidates.get(i);
                long need = filled + candidate.vramOn(card);
                int copies = Collections.frequency(held, candidate);
                if (need <= card.room() && copies < candidate.spec().maxReplicas()) {
                    held.add(candidate);
                    fill(i, need, held, options);
                    held.remove(held.size() - 1);
                }
            }
        }
    }

    private static Option option(Card card, List<Candidate> held) {
        long linear = held.stream().mapToLong(c -> c.linearOn(card)).sum();
        return new Option(held, linear - Evaluation.changeCosts(card, held), card.changedSlots(held));
    }
}
