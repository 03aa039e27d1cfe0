package org.warmplan.bench.rivals;

import java.time.Duration;
import org.warmplan.bench.Answer;
import org.warmplan.bench.Contender;
import org.warmplan.problem.Problem;

/** Google's constraint solver, two threads. */
public final class CpSat implements Contender {
    @Override
    public String name() {
        return "cp-sat";
    }

    @Override
    public Answer solve(Problem problem, Duration limit) {
        return Solved.of(problem, CpSatModel::new, limit);
    }
}
