package org.warmplan.bench.rivals;

import com.google.ortools.Loader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.warmplan.bench.Answer;
import org.warmplan.bench.KeepCurrent;
import org.warmplan.bench.Layout;
import org.warmplan.certify.Certifier;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Problem;

/** From a problem to a linear model, and from its solution back to an answer. */
final class Solved {
    private static final Duration LEAST = Duration.ofMillis(10);

    /** More gwei than there are; what a solver says that has proved nothing yet. */
    private static final double ENDLESS = 1e18;

    private static final long PRECISION = 100_000_000;
    private static final long LEAST_SLACK = 100;

    private Solved() {}

    /** A model that is too large for the memory is no answer, as one that is too large for the time. */
    static Answer of(Problem problem, Supplier<LinearModel> solver, Duration limit) {
        try {
            return solve(problem, solver, limit);
        } catch (OutOfMemoryError tooLarge) {
            return Answer.NONE;
        }
    }

    private static Answer solve(Problem problem, Supplier<LinearModel> solver, Duration limit) {
        long start = System.nanoTime();
        Loader.loadNativeLibraries();
        Layout layout = new Layout(problem);
        LinearModel model = solver.get();
        Formulation formulation = new Formulation(layout, model);
        formulation.build();
        Duration left = limit.minusNanos(System.nanoTime() - start);
        LinearModel.Outcome outcome = model.solve(left.compareTo(LEAST) < 0 ? LEAST : left);
        if (outcome.values().isEmpty()) {
            // The hint is as good as a first solution, and the solver had no time to take it up.
            Answer kept = new KeepCurrent().solve(problem, limit);
            return new Answer(kept.assignment(), bound(formulation, outcome), "kept");
        }
        Optional<Assignment> assignment = outcome.values().map(formulation::assignment);
        Optional<BigInteger> value = assignment.flatMap(a -> Certifier.worth(layout.problem(), a));
        Optional<BigInteger> bound = bound(formulation, outcome);
        boolean done = outcome.optimal() && value.isPresent() && isClose(value.get(), bound.orElse(value.get()));
        return new Answer(assignment, done ? value : bound, done ? "optimal" : "feasible");
    }

    private static Optional<BigInteger> bound(Formulation formulation, LinearModel.Outcome outcome) {
        return outcome.bound().filter(bound -> bound < ENDLESS).map(bound -> formulation.bound(ceiling(bound)));
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
