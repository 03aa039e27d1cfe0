package org.warmplan.bench.rivals;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** For SCIP, which computes in floating point. Amounts are given to it in thousands, where its tolerances make sense. */
final class ScipModel implements LinearModel {
    private static final double THOUSAND = 1e3;

    private final MPSolver solver = MPSolver.createSolver("SCIP");
    private final List<MPVariable> variables = new ArrayList<>();
    private final List<Double> hints = new ArrayList<>();

    ScipModel() {
        solver.objective().setMaximization();
    }

    @Override
    public int whole(long most, long hint) {
        return variable(most, hint, true);
    }

    @Override
    public int amount(long most, long hint) {
        return variable(most, hint, false);
    }

    @Override
    public void atLeast(Sum sum, long least) {
        require((double) (least - sum.constant()), sum.merged(), MPSolver.infinity());
    }

    @Override
    public void atMost(Sum sum, long most) {
        require(-MPSolver.infinity(), sum.merged(), (double) (most - sum.constant()));
    }

    @Override
    public void equal(Sum sum, long amount) {
        double rest = (double) (amount - sum.constant());
        require(rest, sum.merged(), rest);
    }

    @Override
    public void earn(int variable, long gwei) {
        MPVariable column = variables.get(variable);
        double before = solver.objective().getCoefficient(column);
        solver.objective().setCoefficient(column, before + gwei / THOUSAND);
    }

    @Override
    public Outcome solve(Duration limit) {
        solver.setTimeLimit(limit.toMillis());
        solver.setHint(
                variables.toArray(new MPVariable[0]),
                hints.stream().mapToDouble(d -> d).toArray());
        try (Exact exact = new Exact()) {
            ResultStatus status = solver.solve(exact.parameters);
            boolean found = status == ResultStatus.OPTIMAL || status == ResultStatus.FEASIBLE;
            Optional<long[]> values = found
                    ? Optional.of(variables.stream()
                            .mapToLong(v -> Math.round(v.solutionValue()))
                            .toArray())
                    : Optional.empty();
            Optional<Double> bound =
                    found ? Optional.of(THOUSAND * solver.objective().bestBound()) : Optional.empty();
            return new Outcome(values, bound, status == ResultStatus.OPTIMAL);
        }
    }

    /** Otherwise it ends at a gap of 0.01 %. */
    private static final class Exact implements AutoCloseable {
        private final MPSolverParameters parameters = new MPSolverParameters();

        Exact() {
            parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        }

        @Override
        public void close() {
            parameters.delete();
        }
    }

    private int variable(long most, long hint, boolean whole) {
        variables.add(solver.makeVar(0, (double) most, whole, ""));
        hints.add((double) Math.min(most, hint));
        return variables.size() - 1;
    }

    private void require(double least, Sum sum, double most) {
        MPConstraint row = solver.makeConstraint(least, most, "");
        for (int i = 0; i < sum.size(); i++) {
            row.setCoefficient(variables.get(sum.variable(i)), (double) sum.factor(i));
        }
    }
}
