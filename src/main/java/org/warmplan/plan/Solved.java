package org.warmplan.plan;

import java.math.BigInteger;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.Solution;

/**
 * A plan for a problem.
 *
 * @param value gwei per week
 * @param bound no feasible plan is worth more; equal to {@code value} when that is proven best
 * @param certificate how to check the bound
 * @param cutShort whether the time limit ended the search, so that another run may find another plan
 */
public record Solved(
        Assignment assignment,
        long value,
        long bound,
        Solution.FoundBy foundBy,
        Certificate certificate,
        boolean cutShort) {
    public Solved {
        if (bound < value) {
            throw new IllegalArgumentException(
                    "The bound (" + bound + ") must not be under the value (" + value + ").");
        }
    }

    /** Another plan under the same bound: it is not the best, or not better than this one. */
    public Solved with(Assignment other, long worth) {
        return new Solved(other, worth, bound, foundBy, certificate, cutShort);
    }

    public boolean isOptimal() {
        return value == bound;
    }

    /** (bound - value) / max(1, |bound|), from 0. */
    public double gap() {
        return (double) (bound - value) / Math.max(1, Math.abs(bound));
    }

    /** As it is filed. */
    public Solution toSolution() {
        return new Solution(
                isOptimal() ? Solution.Status.OPTIMAL : Solution.Status.FEASIBLE,
                BigInteger.valueOf(value),
                BigInteger.valueOf(bound),
                assignment,
                certificate,
                foundBy,
                null);
    }
}
