package org.warmplan.plan.place;

import java.util.List;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;

/** What the cards of one worker may hold together. */
public record Suggestion(List<Card> cards, List<List<Candidate>> byCard) {
    public Suggestion {
        cards = List.copyOf(cards);
        byCard = List.copyOf(byCard);
    }
}
