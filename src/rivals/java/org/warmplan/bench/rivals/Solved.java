package org.warmplan.bench.rivals;

import com.google.ortools.Loader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.warmplan.bench.Answer;
import org.warmplan.bench.Layout;
import org.warmplan.bench.Valuation;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Problem;

/** From a problem to a linear model, and from its solution back to an answer. */
final class Solved {
    private static final Duration LEAST = Duration.ofMillis(10);

    private static final long PRECISION = 100_000_000;
    private static final long LEAST_SLACK = 100;

    private Solved() {}

    static Answer of(Problem problem, Supplier<LinearModel> solver, Duration limit) {
        long start = System.nanoTime();
        Loader.loadNativeLibraries();
        Layout layout = new Layout(problem);
        LinearModel model = solver.get();
        Formulation formulation = new Formulation(layout, model);
        formulation.build();
        Duration left = limit.minusNanos(System.nanoTime() - start);
        LinearModel.Outcome outcome = model.solve(left.compareTo(LEAST) < 0 ? LEAST : left);
        Optional<Assignment> assignment = outcome.values().map(formulation::assignment);
        Optional<BigInteger> value = assignment.map(a -> worth(layout, a));
        Optional<BigInteger> bound = outcome.bound().map(b -> formulation.bound(ceiling(b)));
        boolean done = outcome.optimal() && value.isPresent() && isClose(value.get(), bound.orElse(value.get()));
        return new Answer(assignment, done ? value : bound, done ? "optimal" : "feasible");
    }

    /** A solution of the model that were no plan would be our mistake, and counts as none in the table. */
    private static BigInteger worth(Layout layout, Assignment assignment) {
        return Valuation.of(layout, assignment).value();
    }

    /** A solver that computes in floating point cannot name its bound to the last gwei. */
    private static boolean isClose(BigInteger value, BigInteger bound) {
        BigInteger slack = value.abs().divide(BigInteger.valueOf(PRECISION)).add(BigInteger.valueOf(LEAST_SLACK));
        return bound.subtract(value).abs().compareTo(slack) <= 0;
    }

    private static BigInteger ceiling(double bound) {
        return new BigDecimal(bound).setScale(0, RoundingMode.CEILING).toBigInteger();
    }
}
