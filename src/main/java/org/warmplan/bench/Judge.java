package org.warmplan.bench;

import java.math.BigInteger;
import java.util.Optional;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Problem;

/** Says what an assignment is worth, whoever made it. */
@FunctionalInterface
public interface Judge {
    /** Gwei per week; empty when it breaks a rule of the problem. */
    Optional<BigInteger> worth(Problem problem, Assignment assignment);
}
