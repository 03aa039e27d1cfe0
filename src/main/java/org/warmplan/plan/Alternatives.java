package org.warmplan.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.problem.Problem;

/**
 * The second choices of one plan: solved again with one replica fewer, exactly on a small fleet, else by the best change of
 * one card. The prices that bound the search hold for all of them.
 */
public final class Alternatives {
    private final Board board;
    private final Solved plan;
    private final List<List<Candidate>> placed;
    private final CardOptions options;
    private final Prices prices;
    private final Map<Exhaust.Quota, Alternative> found = new HashMap<>();

    private Alternatives(Problem problem, Solved plan) {
        this.board = new Board(problem);
        this.plan = plan;
        this.placed = board.placed(plan.assignment());
        this.options = CardOptions.of(board);
        this.prices = Prices.find(board, options, plan.value()).orElseThrow();
    }

    /** Of a plan that was found for the problem. */
    public static Alternatives of(Problem problem, Solved plan) {
        return new Alternatives(problem, plan);
    }

    /** What would follow if one replica of a workload had to go from the cards like this one of its worker. */
    public Alternative find(String gpu, String workload) {
        Card card = board.cards().stream()
                .filter(c -> c.id().equals(gpu))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The gpu (" + gpu + ") is not in the problem."));
        Exhaust.Quota none = new Exhaust.Quota(card.rig(), card.gpuClass(), board.getCandidate(workload), 0);
        Exhaust.Quota quota = new Exhaust.Quota(
                none.rig(), none.gpuClass(), none.candidate(), Exhaust.replicas(placed, board, none) - 1);
        // Replicas on cards of one class of one worker share one alternative.
        return found.computeIfAbsent(quota, this::find);
    }

    private Alternative find(Exhaust.Quota quota) {
        Optional<List<List<Candidate>>> near = nearest(quota);
        long atHand = near.map(this::value).orElse(Long.MIN_VALUE / 2);
        Exhaust.Outcome outcome = Exhaust.search(board, options, prices, quota, atHand, Planner.ALTERNATIVE_NODE_LIMIT);
        return alternative(quota, outcome.best().or(() -> near), outcome.proven() && options.isComplete());
    }

    /** The best plan that differs from the plan on one card only, as far as that obeys the quota. */
    private Optional<List<List<Candidate>>> nearest(Exhaust.Quota quota) {
        List<List<Candidate>> best = null;
        for (Card card : board.cards()) {
            if (!quota.covers(card) || !placed.get(card.index()).contains(quota.candidate())) {
                continue;
            }
            for (CardOptions.Option option : options.of(card)) {
                List<List<Candidate>> next = new ArrayList<>(placed);
                next.set(card.index(), option.replicas());
                boolean fits = Exhaust.replicas(next, board, quota) <= quota.most()
                        && Evaluation.of(board, next).isFeasible();
                if (fits && (best == null || value(next) > value(best))) {
                    best = next;
                }
            }
        }
        return Optional.ofNullable(best);
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
