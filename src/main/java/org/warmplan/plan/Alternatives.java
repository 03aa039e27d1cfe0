package org.warmplan.plan;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Evaluation;
import org.warmplan.plan.exact.Exhaust;
import org.warmplan.plan.place.Nearby;
import org.warmplan.plan.price.Market;
import org.warmplan.plan.price.Prices;
import org.warmplan.problem.Problem;

/**
 * The second choices of one plan: solved again with one replica fewer, exactly on a small fleet, else by the best change of
 * one card. The prices that bound the search hold for all of them.
 */
public final class Alternatives {
    private static final Exhaust.Limits LIMITS = new Exhaust.Limits(20_000, 300_000, 50_000);

    private final Board board;
    private final Solved plan;
    private final List<List<Candidate>> placed;
    private final Prices prices;
    private final Nearby nearby;
    private final Map<String, Card> cards = new HashMap<>();
    private final Map<Exhaust.Quota, Alternative> found = new HashMap<>();

    private Alternatives(Problem problem, Solved plan) {
        this.board = new Board(problem);
        this.plan = plan;
        this.placed = board.placed(plan.assignment());
        Market market = new Market(board);
        this.prices = Prices.of(market, plan.certificate());
        this.nearby = new Nearby(market, placed);
        board.cards().forEach(card -> cards.put(card.id(), card));
    }

    /** Of a plan that was found for the problem. */
    public static Alternatives of(Problem problem, Solved plan) {
        return new Alternatives(problem, plan);
    }

    /** What would follow if one replica of a workload had to go from the cards like this one of its worker. */
    public Alternative find(String gpu, String workload) {
        Card card = cards.get(gpu);
        if (card == null) {
            throw new IllegalArgumentException("The gpu (" + gpu + ") is not in the problem.");
        }
        Candidate candidate = board.getCandidate(workload);
        int now = new Exhaust.Quota(card.rig(), card.classIndex(), candidate, 0).count(placed);
        Exhaust.Quota quota = new Exhaust.Quota(card.rig(), card.classIndex(), candidate, now - 1);
        // Replicas on cards of one class of one worker share one alternative.
        return found.computeIfAbsent(quota, this::find);
    }

    private Alternative find(Exhaust.Quota quota) {
        Optional<List<List<Candidate>>> near = nearby.best(quota);
        if (!Exhaust.suits(board)) {
            return alternative(quota, near, false);
        }
        long atHand = near.map(this::value).orElse(Long.MIN_VALUE);
        Exhaust.Outcome outcome = Exhaust.search(board, prices, quota, atHand, LIMITS, () -> false);
        return alternative(quota, outcome.best().or(() -> near), outcome.proven());
    }

    private long value(List<List<Candidate>> plan) {
        return Evaluation.of(board, plan).value();
    }

    private Alternative alternative(Exhaust.Quota quota, Optional<List<List<Candidate>>> best, boolean proven) {
        if (best.isEmpty()) {
            return new Alternative(null, null, proven);
        }
        long flip = Math.max(0, plan.value() - value(best.get()));
        return new Alternative(runnerUp(quota, best.get()), flip, proven);
    }

    private @Nullable String runnerUp(Exhaust.Quota quota, List<List<Candidate>> other) {
        TreeMap<String, Integer> gains = new TreeMap<>();
        for (Card card : board.cards()) {
            if (quota.covers(card)) {
                other.get(card.index()).forEach(c -> gains.merge(c.id(), 1, Integer::sum));
                placed.get(card.index()).forEach(c -> gains.merge(c.id(), -1, Integer::sum));
            }
        }
        int most = gains.isEmpty() ? 0 : Collections.max(gains.values());
        return most <= 0
                ? null
                : gains.entrySet().stream()
                        .filter(e -> e.getValue() == most)
                        .findFirst()
                        .orElseThrow()
                        .getKey();
    }
}
