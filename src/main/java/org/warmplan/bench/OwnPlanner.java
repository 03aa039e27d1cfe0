package org.warmplan.bench;

import java.time.Duration;
import java.util.Optional;
import org.warmplan.plan.Order;
import org.warmplan.plan.Planner;
import org.warmplan.problem.Problem;
import org.warmplan.problem.Solution;

/** Warmplan's planner, whole or without one of its parts. */
public final class OwnPlanner implements Contender {
    private final String name;
    private final Planner planner;
    private final Order order;

    public OwnPlanner(String name, Planner planner, Order order) {
        this.name = name;
        this.planner = planner;
        this.order = order;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Answer solve(Problem problem, Duration limit) {
        Solution solution =
                planner.find(problem, order.within(limit, order.seed())).toSolution();
        Solution.FoundBy foundBy = solution.foundBy();
        return new Answer(
                Optional.ofNullable(solution.assignment()),
                Optional.ofNullable(solution.bound()),
                foundBy == null ? "" : foundBy.word());
    }
}
