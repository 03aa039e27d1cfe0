package org.warmplan.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InfeasibleException;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Evaluation;
import org.warmplan.plan.exact.Exhaust;
import org.warmplan.plan.place.Placer;
import org.warmplan.plan.price.Market;
import org.warmplan.plan.price.Prices;
import org.warmplan.plan.price.Tariff;
import org.warmplan.plan.search.Search;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.Problem;
import org.warmplan.problem.Solution;

/** Solves a problem: prices and a start, the exact finish of a small fleet, OptaPlanner's search, and the proof. */
public final class Planner {
    private static final Exhaust.Limits LIMITS = new Exhaust.Limits(100_000, 20_000_000, 300_000);

    private final Search search;

    private Planner(Search search) {
        this.search = search;
    }

    /**
     * A planner with OptaPlanner's settings from a file.
     *
     * @throws org.warmplan.domain.InputException when the file cannot be used
     */
    public static Planner of(Path solverXml) {
        return new Planner(Search.of(solverXml));
    }

    /**
     * Finds the best plan it can, in the usual way.
     *
     * @throws InfeasibleException when the rules contradict each other, or no plan that obeys them was found
     */
    public Solved plan(Problem problem) {
        return find(problem, Order.USUAL).getOrThrow();
    }

    /**
     * Answers a problem, whatever comes of it.
     *
     * @throws org.warmplan.domain.InputException when the amounts add up to more than 64 bits hold
     */
    public Answer find(Problem problem, Order order) {
        return new Attempt(problem, order).answer();
    }

    /**
     * What OptaPlanner finds as it comes, with nothing of ours but the rules: its default phases, from the current state.
     * Empty when it finds none that keeps the rules.
     */
    public static Optional<Assignment> stock(Problem problem, Duration limit) {
        Board board = new Board(problem);
        List<List<Candidate>> placed = Search.stock(board, limit);
        return Evaluation.of(board, placed).isFeasible() ? Optional.of(board.assignment(placed)) : Optional.empty();
    }

    /** The current state's value, or empty when it breaks a rule. */
    public static Optional<Long> valueOfCurrent(Problem problem) {
        Board board = new Board(problem);
        Evaluation evaluation = Evaluation.of(board, board.current());
        return evaluation.isFeasible() ? Optional.of(evaluation.value()) : Optional.empty();
    }

    /**
     * What came of a problem.
     *
     * @param solved the plan; null when there is none
     * @param reason why there is none; null when time was up before one was found
     */
    public record Answer(@Nullable Solved solved, @Nullable String reason, boolean cutShort) {
        /** As it is filed. */
        public Solution toSolution() {
            if (solved != null) {
                return solved.toSolution();
            }
            return reason == null ? Solution.unknown() : Solution.infeasible(reason);
        }

        Solved getOrThrow() {
            if (solved == null) {
                throw new InfeasibleException(
                        reason == null
                                ? "No plan that obeys all the rules was found. Maybe loosen a pin, or allow more time."
                                : "No plan obeys all the rules. " + reason
                                        + ". Maybe loosen a pin, or keep the workload elsewhere.");
            }
            return solved;
        }
    }

    /** One problem on its way to an answer. */
    private final class Attempt {
        private final Order order;
        private final Guard guard;
        private final Board board;
        private List<List<Candidate>> placed = List.of();
        private Evaluation evaluation = new Evaluation(0, List.of());
        private Solution.FoundBy foundBy = Solution.FoundBy.START;
        private boolean proven;

        Attempt(Problem problem, Order order) {
            this.order = order;
            this.guard = new Guard(order.timeLimit());
            this.board = new Board(problem);
        }

        Answer answer() {
            Market market = new Market(board);
            Optional<String> contradiction = Contradiction.certain(board);
            if (contradiction.isPresent()) {
                return new Answer(null, contradiction.get(), false);
            }
            Placer.Found found = Placer.find(market, order.seed(), order.usesPrices(), guard::isTimeUp);
            take(found.placed(), Solution.FoundBy.START);
            Prices prices = found.prices();
            if (prices == null) {
                return new Answer(null, Contradiction.reason(board, evaluation), false);
            }
            exhaust(prices);
            if (proven && !evaluation.isFeasible()) {
                return new Answer(null, Contradiction.reason(board, evaluation), false);
            }
            search(found, prices);
            return evaluation.isFeasible()
                    ? new Answer(solved(prices), null, guard.hasBitten())
                    : new Answer(null, null, guard.hasBitten());
        }

        private void take(List<List<Candidate>> next, Solution.FoundBy by) {
            Evaluation worth = Evaluation.of(board, next);
            boolean better = worth.isFeasible() && (!evaluation.isFeasible() || worth.value() > evaluation.value());
            if (placed.isEmpty() || better) {
                placed = next;
                evaluation = worth;
                foundBy = by;
            }
        }

        private boolean isReached(Prices prices) {
            return evaluation.isFeasible() && prices.bound().longValue() <= evaluation.value();
        }

        private void exhaust(Prices prices) {
            if (isReached(prices) || (!Exhaust.suits(board) && evaluation.isFeasible())) {
                return;
            }
            long atHand = evaluation.isFeasible() ? evaluation.value() : Long.MIN_VALUE;
            Exhaust.Outcome outcome = Exhaust.search(board, prices, null, atHand, LIMITS, guard::isTimeUp);
            outcome.best().ifPresent(best -> take(best, Solution.FoundBy.EXHAUSTED));
            proven = outcome.proven();
        }

        /** OptaPlanner has the last word on what the plan is worth, even where nothing is left to search. */
        private void search(Placer.Found found, Prices prices) {
            long bound = proven ? evaluation.value() : prices.bound().longValue();
            boolean searches = order.searches() && !isReached(prices) && !proven && !guard.isTimeUp();
            List<List<Candidate>> better = searches
                    ? search.improve(board, placed, found.columns(), bound, order.seed(), guard.left())
                    : search.scored(board, placed);
            take(better, Solution.FoundBy.SEARCH);
        }

        private Solved solved(Prices prices) {
            boolean byPrices = isReached(prices) || !proven;
            long bound = byPrices ? prices.bound().longValue() : evaluation.value();
            Tariff tariff = prices.tariff();
            Certificate certificate = new Certificate(
                    byPrices ? Certificate.Method.PRICES : Certificate.Method.EXHAUSTED,
                    prices.bound(),
                    (int) tariff.scale(),
                    byWorkload(tariff),
                    tariff.changePrice());
            return new Solved(
                    board.assignment(placed), evaluation.value(), bound, foundBy, certificate, guard.hasBitten());
        }

        private SortedMap<String, SortedMap<String, Long>> byWorkload(Tariff tariff) {
            SortedMap<String, SortedMap<String, Long>> all = new TreeMap<>();
            for (Candidate candidate : board.candidates()) {
                SortedMap<String, Long> byClass = new TreeMap<>();
                for (int c = 0; c < board.classes(); c++) {
                    if (tariff.of(candidate, c) != 0) {
                        byClass.put(board.classId(c), tariff.of(candidate, c));
                    }
                }
                if (!byClass.isEmpty()) {
                    all.put(candidate.id(), byClass);
                }
            }
            return all;
        }
    }
}
