package org.warmplan.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.warmplan.domain.InfeasibleException;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Problem;

/** Solves a problem: a start, OptaPlanner's search, and the proof of how good the result is. */
public final class Planner {
    /** Choices tried to prove a small fleet's optimum; about a second. */
    static final long NODE_LIMIT = 3_000_000;

    /** Choices tried for each second choice, of which a large fleet has many. */
    static final long ALTERNATIVE_NODE_LIMIT = 300_000;

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
     * Finds the best plan it can.
     *
     * @throws InfeasibleException when the rules contradict each other, or no plan that obeys them was found
     */
    public Solved plan(Problem problem) {
        Board board = new Board(problem);
        CardOptions options = CardOptions.of(board);
        List<List<Candidate>> start = Start.of(board, options);
        Evaluation startValue = Evaluation.of(board, start);
        long atHand = startValue.isFeasible() ? startValue.value() : Long.MIN_VALUE / 2;
        Prices prices = Prices.find(board, options, atHand).orElseThrow(() -> contradiction(startValue));
        if (!options.isComplete()) {
            long loose = LooseBound.of(board);
            return best(board, start, search.improve(board, start, loose), Optional.empty(), loose);
        }
        Exhaust.Outcome exhausted = Exhaust.search(board, options, prices, null, atHand, NODE_LIMIT);
        if (exhausted.proven() && exhausted.best().isEmpty() && !startValue.isFeasible()) {
            throw contradiction(startValue);
        }
        long proven = exhausted
                .best()
                .map(placed -> Evaluation.of(board, placed).value())
                .orElse(atHand);
        long bound = exhausted.proven() ? proven : prices.bound();
        List<List<Candidate>> found = search.improve(board, start, bound);
        return best(board, start, found, exhausted.best(), bound);
    }

    /** The current state's value, or empty when it breaks a rule. */
    public static Optional<Long> valueOfCurrent(Problem problem) {
        Evaluation evaluation = new Board(problem).evaluate(Assignment.current(problem));
        return evaluation.isFeasible() ? Optional.of(evaluation.value()) : Optional.empty();
    }

    private static Solved best(
            Board board,
            List<List<Candidate>> start,
            List<List<Candidate>> found,
            Optional<List<List<Candidate>>> exhausted,
            long bound) {
        Evaluation best = Evaluation.of(board, start);
        List<List<Candidate>> placed = start;
        FoundBy foundBy = FoundBy.START;
        Evaluation searched = Evaluation.of(board, found);
        if (searched.isFeasible() && (!best.isFeasible() || searched.value() > best.value())) {
            best = searched;
            placed = found;
            foundBy = FoundBy.SEARCH;
        }
        if (exhausted.isPresent()) {
            Evaluation all = Evaluation.of(board, exhausted.get());
            if (!best.isFeasible() || all.value() > best.value()) {
                best = all;
                placed = exhausted.get();
                foundBy = FoundBy.EXHAUSTED;
            }
        }
        if (!best.isFeasible()) {
            throw contradiction(best);
        }
        return new Solved(board.assignment(placed), best.value(), bound, foundBy);
    }

    private static InfeasibleException contradiction(Evaluation closest) {
        return new InfeasibleException(
                "No plan obeys all the rules. The closest breaks: %s. Maybe loosen a pin, or keep the workload elsewhere."
                        .formatted(String.join("; ", closest.broken())));
    }
}
