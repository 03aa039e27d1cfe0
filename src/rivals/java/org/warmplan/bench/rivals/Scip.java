package org.warmplan.bench.rivals;

import java.time.Duration;
import org.warmplan.bench.Answer;
import org.warmplan.bench.Contender;
import org.warmplan.problem.Problem;

/** The mixed-integer solver of the Zuse Institute, one thread. */
public final class Scip implements Contender {
    @Override
    public String name() {
        return "scip";
    }

    @Override
    public Answer solve(Problem problem, Duration limit) {
        return Solved.of(problem, ScipModel::new, limit);
    }
}
