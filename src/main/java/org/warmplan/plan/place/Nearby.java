package org.warmplan.plan.place;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.exact.Exhaust;
import org.warmplan.plan.price.Market;

/** The plans next to one plan: one replica of a workload is exchanged or taken away, or its worker is left as it is today. */
public final class Nearby {
    private final Fleet fleet;
    private final Board board;
    private final Layout layout;

    public Nearby(Market market, List<List<Candidate>> placed) {
        this.fleet = new Fleet(market);
        this.board = market.board();
        this.layout = new Layout(board, placed, 1);
    }

    /** The best of them that keeps the quota and all rules; empty when none does. */
    public Optional<List<List<Candidate>>> best(Exhaust.Quota quota) {
        Best best = new Best();
        for (Card card : quota.rig().cards()) {
            int[] now = layout.on(card);
            int at = quota.covers(card) ? indexOf(now, quota.candidate().index()) : -1;
            if (at >= 0) {
                exchange(card, now, at, quota.candidate(), best);
                takeAway(card, now, at, best);
            }
        }
        if (fleet.mayKeep(quota.rig()) && quota.count(board.current()) <= quota.most()) {
            layout.begin();
            quota.rig().cards().forEach(card -> layout.set(card, Fleet.indexes(card.current())));
            best.offer();
        }
        return best.placed();
    }

    private void exchange(Card card, int[] now, int at, Candidate gone, Best best) {
        for (Candidate other : card.allowed()) {
            int[] next = Contents.with(now, at, other.index());
            if (other != gone && fleet.fits(card, next)) {
                layout.begin();
                layout.set(card, next);
                best.offer();
            }
        }
    }

    private void takeAway(Card card, int[] now, int at, Best best) {
        boolean isLast = layout.heldBy(card.rig()) > 0
                && card.rig()
                        .cards()
                        .get((layout.heldBy(card.rig()) - 1)
                                % card.rig().cards().size())
                        .equals(card);
        int[] next = Contents.without(now, at);
        if ((!card.rig().fillsInOrder() || isLast) && fleet.fits(card, next)) {
            layout.begin();
            layout.set(card, next);
            best.offer();
        }
    }

    private static int indexOf(int[] replicas, int workload) {
        for (int i = 0; i < replicas.length; i++) {
            if (replicas[i] == workload) {
                return i;
            }
        }
        return -1;
    }

    /** The best so far, as contents of the cards it differs on. */
    private final class Best {
        private Layout.Trial trial = Layout.Trial.NONE;
        private double gain = Double.NEGATIVE_INFINITY;

        void offer() {
            double more = layout.gain();
            if (layout.debts() + layout.moreDebts() == 0 && more > gain) {
                gain = more;
                trial = layout.trial();
            }
        }

        Optional<List<List<Candidate>>> placed() {
            if (trial.cards().length == 0) {
                return Optional.empty();
            }
            List<List<Candidate>> placed = layout.placed();
            for (int i = 0; i < trial.cards().length; i++) {
                placed.set(
                        trial.cards()[i],
                        Arrays.stream(trial.contents()[i])
                                .sorted()
                                .mapToObj(board.candidates()::get)
                                .toList());
            }
            return Optional.of(placed);
        }
    }
}
