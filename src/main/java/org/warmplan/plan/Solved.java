package org.warmplan.plan;

import org.warmplan.problem.Assignment;

/**
 * A plan for a problem.
 *
 * @param value gwei per week
 * @param bound no feasible plan is worth more; equal to {@code value} when that is proven best
 */
public record Solved(Assignment assignment, long value, long bound, FoundBy foundBy) {
    public Solved {
        if (bound < value) {
            throw new IllegalArgumentException(
                    "The bound (" + bound + ") must not be under the value (" + value + ").");
        }
    }

    public boolean isOptimal() {
        return value == bound;
    }

    /** (bound - value) / max(1, |bound|), from 0. */
    public double gap() {
        return (double) (bound - value) / Math.max(1, Math.abs(bound));
    }
}
