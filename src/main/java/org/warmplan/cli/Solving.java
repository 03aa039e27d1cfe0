package org.warmplan.cli;

import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.InfeasibleException;
import org.warmplan.plan.Planner;
import org.warmplan.plan.Solved;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Problem;
import org.warmplan.value.ProblemWriter;
import org.warmplan.value.ProblemWriter.Held;

/** The problem of a run and its best plan. */
record Solving(Problem problem, Solved solved) {

    /**
     * Solves it.
     *
     * @throws InfeasibleException when no plan obeys all rules
     */
    static Solving of(Planner planner, ProblemWriter writer, Reloads reloads) {
        try {
            return of(planner, writer, reloads, Held.EVERYWHERE);
        } catch (InfeasibleException e) {
            return of(planner, writer, reloads, Held.WHERE_NOTHING_GOES);
        }
    }

    /** A reload costs what the worker earns meanwhile, which the plan decides: solved again when that was far off. */
    private static Solving of(Planner planner, ProblemWriter writer, Reloads reloads, Held held) {
        Problem free = writer.write(new TreeMap<>(), held);
        Assignment current = Assignment.current(free);
        SortedMap<String, Long> costs = reloads.costs(free, current);
        Problem problem = writer.write(costs, reloads.earnings(free, current), held);
        Solved solved = planner.plan(problem);
        SortedMap<String, Long> after = reloads.costs(free, solved.assignment());
        if (Reloads.differ(costs, after)) {
            problem = writer.write(after, reloads.earnings(free, solved.assignment()), held);
            solved = planner.plan(problem);
        }
        return new Solving(problem, solved);
    }
}
