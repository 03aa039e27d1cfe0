package org.warmplan.plan.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Rig;
import org.warmplan.plan.price.Column;
import org.warmplan.plan.price.FirstPrices;
import org.warmplan.plan.price.Market;
import org.warmplan.plan.price.Prices;
import org.warmplan.plan.price.RigKind;

/**
 * From a board to a plan and the prices that bound it: small moves from what is warm today, prices from what that comes to,
 * then small moves, whole workers and restarts around what the prices lead to.
 */
public final class Placer {
    private static final double DOUBT = 0.01;

    /** A missed rule costs more than everything a plan can be worth. */
    private final double debtWeight;

    private final Market market;
    private final Board board;
    private final Fleet fleet;
    private final Effort effort;
    private final SplittableRandom random;
    private final BooleanSupplier isTimeUp;
    private final double typical;

    private Placer(Market market, long seed, BooleanSupplier isTimeUp) {
        this.market = market;
        this.board = market.board();
        this.fleet = new Fleet(market);
        this.effort = Effort.of(board);
        this.random = new SplittableRandom(seed);
        this.isTimeUp = isTimeUp;
        double all = 1;
        for (Candidate candidate : board.candidates()) {
            all += candidate.worth(Long.MAX_VALUE);
        }
        this.debtWeight = Math.min(all * 10, 1e18);
        this.typical = typical();
    }

    /**
     * What was found.
     *
     * @param placed replicas by card index
     * @param prices null when some worker or workload cannot keep its rules at all
     * @param columns what whole workers may hold, by worker, worth trying
     */
    public record Found(
            List<List<Candidate>> placed, @Nullable Prices prices, List<Suggestion> columns) {}

    /** Of a market's board. */
    public static Found find(Market market, long seed, boolean usesPrices, BooleanSupplier isTimeUp) {
        return new Placer(market, seed, isTimeUp).find(usesPrices);
    }

    /** What a filled slot brings, roughly: no more than the whole demand, nor than any replica alone. */
    private double typical() {
        double all = 0;
        double best = 0;
        for (Candidate candidate : board.candidates()) {
            all += candidate.worth(Long.MAX_VALUE);
            for (int c = 0; c < board.classes(); c++) {
                best = Math.max(best, (double) candidate.worth(candidate.unitsOn(c)));
            }
        }
        return Math.max(1, Math.min(best, all / Math.max(1, board.slots())));
    }

    private Found find(boolean usesPrices) {
        double[] first = FirstPrices.of(board);
        Optional<Column[]> choice = market.first(first);
        if (choice.isEmpty()) {
            return new Found(board.current(), null, List.of());
        }
        Layout layout = new Layout(board, opening(choice.get()), debtWeight);
        Moves moves = new Moves(fleet, layout, Liking.all(board), random);
        new Anneal(layout, moves, random, isTimeUp).run(effort.opening(), 0.3 * typical, 1e-3 * typical);
        if (!usesPrices) {
            around(layout, Liking.all(board), List.of(), typical);
        }
        Prices exact = usesPrices && Chains.suit(board) && layout.debts() == 0 ? settled(layout) : null;
        if (exact != null && isReached(layout, exact)) {
            return new Found(layout.placed(), exact, List.of());
        }
        Optional<Long> reached = layout.debts() == 0 ? Optional.of(layout.value()) : Optional.empty();
        Prices prices = Prices.find(
                        market, marginal(layout, first), columns(layout), reached, effort.prices(), isTimeUp)
                .orElse(null);
        if (prices == null || !usesPrices || isReached(layout, prices)) {
            return new Found(layout.placed(), prices, List.of());
        }
        for (RigKind kind : market.rigs()) {
            prices.columns(kind).forEach(column -> fleet.suggest(kind, column));
        }
        Layout led = new Layout(board, placed(prices.leaning()), debtWeight);
        double each = Math.max(1, prices.bound().doubleValue() / Math.max(1, board.slots()));
        around(led, Liking.of(board, prices.tariff()), doubtful(prices), each);
        return new Found((led.score() > layout.score() ? led : layout).placed(), prices, fleet.suggestions());
    }

    /** Exactly, where that is easy: prices of the same workload are then the same on all classes. */
    private Prices settled(Layout layout) {
        return Prices.of(market, market.tariff(Chains.settle(fleet, layout)));
    }

    private static boolean isReached(Layout layout, Prices prices) {
        return layout.debts() == 0 && prices.bound().longValue() <= layout.value();
    }

    /** Workers that the prices would restart in part only. */
    private List<Rig> doubtful(Prices prices) {
        List<Rig> doubtful = new ArrayList<>();
        for (RigKind kind : market.rigs()) {
            double kept = prices.kept(kind);
            if (kept > DOUBT && kept < 1 - DOUBT) {
                doubtful.addAll(kind.rigs());
            }
        }
        return doubtful;
    }

    private void around(Layout layout, int[][] liked, List<Rig> doubtful, double each) {
        Moves moves = new Moves(fleet, layout, liked, random);
        Anneal anneal = new Anneal(layout, moves, random, isTimeUp);
        anneal.run(effort.moves(), 0.05 * each, 1e-4 * each);
        new Flips(fleet, layout, moves, anneal, doubtful, random, isTimeUp)
                .run(effort.flips(), effort.settling(), 0.015 * each, 1e-4 * each);
    }

    /** What is warm today where it may stay as it is, else what the first prices lead to. */
    private List<List<Candidate>> opening(Column[] choice) {
        List<List<Candidate>> placed = placed(choice);
        for (Rig rig : board.rigs()) {
            if (fleet.mayKeep(rig)) {
                rig.cards().forEach(card -> placed.set(card.index(), card.current()));
            }
        }
        return placed;
    }

    private List<List<Candidate>> placed(Column[] columns) {
        List<List<Candidate>> placed = new ArrayList<>(board.current());
        for (Rig rig : board.rigs()) {
            List<Card> cards = fleet.cardsOf(rig);
            for (int i = 0; i < cards.size(); i++) {
                placed.set(cards.get(i).index(), columns[rig.index()].byCard().get(i));
            }
        }
        return placed;
    }

    private Column[] columns(Layout layout) {
        List<List<Candidate>> placed = layout.placed();
        Column[] columns = new Column[board.rigs().size()];
        for (RigKind kind : market.rigs()) {
            for (int i = 0; i < kind.count(); i++) {
                List<List<Candidate>> byCard = kind.cardsOf(i).stream()
                        .map(card -> placed.get(card.index()))
                        .toList();
                columns[kind.rigs().get(i).index()] = market.column(kind, byCard);
            }
        }
        return columns;
    }

    /** Half way between what the last replica of a workload brings and what one more would. */
    private double[] marginal(Layout layout, double[] first) {
        int classes = board.classes();
        double[] prices = first.clone();
        for (Candidate candidate : board.candidates()) {
            long units = layout.unitsOf(candidate);
            for (int c = 0; c < classes; c++) {
                int more = candidate.unitsOn(c);
                double next = candidate.gain(units, more);
                double last = units >= more ? candidate.gain(units - more, more) : next;
                prices[candidate.index() * classes + c] = (next + last) / 2;
            }
        }
        return prices;
    }
}
