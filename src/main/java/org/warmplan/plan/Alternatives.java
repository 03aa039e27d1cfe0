package org.warmplan.plan;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.problem.Problem;

/** Re-solves a plan with one replica fewer, exactly on a small fleet, else by the best change of one card. */
final class Alternatives {
    private final Board board;
    private final Solved plan;
    private final List<List<Candidate>> placed;
    private final Exhaust.Quota quota;

    private Alternatives(Problem problem, Solved plan, String gpu, String workload) {
        this.board = new Board(problem);
        this.plan = plan;
        this.placed = board.placed(plan.assignment());
        Card card = board.cards().stream()
                .filter(c -> c.id().equals(gpu))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The gpu (" + gpu + ") is not in the problem."));
        Exhaust.Quota all = new Exhaust.Quota(card.rig(), card.gpuClass(), board.getCandidate(workload), 0);
        this.quota =
                new Exhaust.Quota(all.rig(), all.gpuClass(), all.candidate(), Exhaust.replicas(placed, board, all) - 1);
    }

    static Alternative of(Problem problem, Solved plan, String gpu, String workload) {
        Alternatives search = new Alternatives(problem, plan, gpu, workload);
        CardOptions options = CardOptions.find(search.board).orElseThrow();
        Optional<List<List<Candidate>>> near = search.nearest(options);
        long atHand = near.map(search::value).orElse(Long.MIN_VALUE / 2);
        Exhaust.Outcome outcome = Prices.find(search.board, options, atHand)
                .map(prices -> Exhaust.search(
                        search.board, options, prices, search.quota, atHand, Planner.ALTERNATIVE_NODE_LIMIT))
                .orElseThrow();
        return search.alternative(outcome.best().or(() -> near), outcome.proven());
    }

    /** The best plan that differs from the plan on one card only, as far as that obeys the quota. */
    private Optional<List<List<Candidate>>> nearest(CardOptions options) {
        List<List<Candidate>> best = null;
        for (Card card : board.cards()) {
            if (!quota.covers(card) || !placed.get(card.index()).contains(quota.candidate())) {
                continue;
            }
            for (CardOptions.Option option : options.of(card)) {
                List<List<Candidate>> next = new java.util.ArrayList<>(placed);
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

    private Alternative alternative(Optional<List<List<Candidate>>> best, boolean proven) {
        if (best.isEmpty()) {
            return new Alternative(null, null, proven);
        }
        long flip = Math.max(0, plan.value() - value(best.get()));
        return new Alternative(runnerUp(best.get()), flip, proven);
    }

    private @Nullable String runnerUp(List<List<Candidate>> other) {
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
