package org.warmplan.bench;

import java.time.Duration;
import org.warmplan.plan.Planner;
import org.warmplan.problem.Problem;

/** OptaPlanner as it comes: the rules as constraint streams, its own phases and moves, from what is warm today. */
public final class StockPlanner implements Contender {
    @Override
    public String name() {
        return "optaplanner";
    }

    @Override
    public Answer solve(Problem problem, Duration limit) {
        return Planner.stock(problem, limit).map(Answer::of).orElse(Answer.NONE);
    }
}
