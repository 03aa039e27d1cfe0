package org.warmplan.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every set of replicas a card can hold by itself: VRAM, forbid, its own pins and maxReplicas obeyed. Larger sets come
 * first, the empty one last.
 */
final class CardOptions {
    /** Sets listed per card at most; beyond that a fleet is too rich to go through one by one. */
    static final int MOST = 20_000;

    private final List<List<Option>> byCard;

    /** One set of replicas with what it costs on this card, whatever stands elsewhere. */
    record Option(List<Candidate> replicas, long fixed, int changedSlots) {
        Option {
            replicas = List.copyOf(replicas);
        }
    }

    private CardOptions(List<List<Option>> byCard) {
        this.byCard = byCard;
    }

    /** Empty when some card has more than {@link #MOST} sets. */
    static Optional<CardOptions> find(Board board) {
        Map<Card, List<Board.Pin>> pins = new HashMap<>();
        for (Board.Pin pin : board.pins()) {
            if (pin.spec().onGpu()) {
                board.cards().stream()
                        .filter(pin::covers)
                        .forEach(card -> pins.computeIfAbsent(card, c -> new ArrayList<>())
                                .add(pin));
            }
        }
        List<List<Option>> byCard = new ArrayList<>();
        for (Card card : board.cards()) {
            List<Option> options = new ArrayList<>();
            fill(card, pins.getOrDefault(card, List.of()), 0, 0, new ArrayList<>(), options);
            if (options.size() > MOST) {
                return Optional.empty();
            }
            options.sort(Comparator.comparingInt(o -> -o.replicas().size()));
            byCard.add(options);
        }
        return Optional.of(new CardOptions(byCard));
    }

    List<Option> of(Card card) {
        return byCard.get(card.index());
    }

    private static void fill(
            Card card, List<Board.Pin> pins, int from, long filled, List<Candidate> held, List<Option> options) {
        if (pins.stream().allMatch(pin -> Collections.frequency(held, pin.candidate()) >= pin.count())) {
            options.add(option(card, held));
        }
        for (int i = from; i < card.allowed().size() && held.size() < card.slots() && options.size() <= MOST; i++) {
            Candidate candidate = card.allowed().get(i);
            long need = filled + candidate.vramOn(card);
            int copies = Collections.frequency(held, candidate);
            if (need <= card.room() && copies < candidate.spec().maxReplicas()) {
                held.add(candidate);
                fill(card, pins, i, need, held, options);
                held.remove(held.size() - 1);
            }
        }
    }

    private static Option option(Card card, List<Candidate> held) {
        long linear = held.stream().mapToLong(c -> c.linearOn(card)).sum();
        return new Option(held, linear - Evaluation.changeCosts(card, held), card.changedSlots(held));
    }
}
