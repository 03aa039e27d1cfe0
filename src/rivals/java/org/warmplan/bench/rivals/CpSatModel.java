package org.warmplan.bench.rivals;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** For CP-SAT, which knows whole numbers only. Its sums stay far below 64 bits: see {@link Formulation}. */
final class CpSatModel implements LinearModel {
    private static final int WORKERS = 2;
    private static final double MILLIS = 1e3;

    private final CpModel model = new CpModel();
    private final List<IntVar> variables = new ArrayList<>();
    private final LinearExprBuilder objective = LinearExpr.newBuilder();

    @Override
    public int whole(long most, long hint) {
        IntVar variable = model.newIntVar(0, most, "");
        model.addHint(variable, Math.min(most, hint));
        variables.add(variable);
        return variables.size() - 1;
    }

    @Override
    public int amount(long most, long hint) {
        return whole(most, hint);
    }

    @Override
    public void atLeast(Sum sum, long least) {
        model.addGreaterOrEqual(expression(sum), least);
    }

    @Override
    public void atMost(Sum sum, long most) {
        model.addLessOrEqual(expression(sum), most);
    }

    @Override
    public void equal(Sum sum, long amount) {
        model.addEquality(expression(sum), amount);
    }

    @Override
    public void earn(int variable, long gwei) {
        objective.addTerm(variables.get(variable), gwei);
    }

    @Override
    public Outcome solve(Duration limit) {
        model.maximize(objective);
        CpSolver solver = new CpSolver();
        // Its presolve takes all of ten seconds at 1,000 cards, and the bound after it is ten times as far off.
        solver.getParameters()
                .setNumWorkers(WORKERS)
                .setMaxTimeInSeconds(limit.toMillis() / MILLIS)
                .setCpModelPresolve(false)
                .setSymmetryLevel(0)
                .setLinearizationLevel(2);
        CpSolverStatus status = solver.solve(model);
        boolean found = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        Optional<long[]> values =
                found ? Optional.of(variables.stream().mapToLong(solver::value).toArray()) : Optional.empty();
        double bound = solver.bestObjectiveBound();
        boolean proved = found || (status == CpSolverStatus.UNKNOWN && bound > 0);
        return new Outcome(values, proved ? Optional.of(bound) : Optional.empty(), status == CpSolverStatus.OPTIMAL);
    }

    private LinearExpr expression(Sum all) {
        Sum sum = all.merged();
        LinearExprBuilder expression = LinearExpr.newBuilder();
        for (int i = 0; i < sum.size(); i++) {
            expression.addTerm(variables.get(sum.variable(i)), sum.factor(i));
        }
        return expression.add(sum.constant()).build();
    }
}
