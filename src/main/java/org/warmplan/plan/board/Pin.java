package org.warmplan.plan.board;

import java.util.Collections;
import java.util.List;
import org.warmplan.problem.PinSpec;

/** {@code count} replicas of the workload demanded on one card, or in all on the cards of one worker. */
public record Pin(PinSpec spec, Candidate candidate, int count, List<Card> cards) {
    public Pin {
        cards = List.copyOf(cards);
    }

    /** Whether a replica on the card counts for it. */
    public boolean covers(Card card) {
        return cards.contains(card);
    }

    /** Replicas that stand where they are demanded. */
    public int standing(List<List<Candidate>> placed) {
        int standing = 0;
        for (Card card : cards) {
            standing += Collections.frequency(placed.get(card.index()), candidate);
        }
        return standing;
    }
}
