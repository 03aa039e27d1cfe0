package org.warmplan.problem;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a solver answers to a problem. The first five come together or not at all.
 *
 * @param value gwei per week of the assignment; amounts may pass 64 bits
 * @param bound no assignment is worth more
 * @param assignment every gpu with its replicas
 * @param certificate how to check the bound
 * @param foundBy which step found the assignment
 * @param reason which rules cannot be kept together, for {@link Status#INFEASIBLE}; else null
 */
public record Solution(
        Status status,
        @Nullable BigInteger value,
        @Nullable BigInteger bound,
        @Nullable Assignment assignment,
        @Nullable Certificate certificate,
        @Nullable FoundBy foundBy,
        @Nullable String reason) {
    public static final int VERSION = 1;

    /** What is claimed of the assignment. */
    public enum Status {
        /** No assignment is worth more. */
        OPTIMAL,
        /** The bound is above the value. */
        FEASIBLE,
        /** Proved: no assignment keeps the rules. */
        INFEASIBLE,
        /** Time was up and nothing was found. */
        UNKNOWN;

        public boolean hasAssignment() {
            return this == OPTIMAL || this == FEASIBLE;
        }
    }

    /** Which step found an assignment first. */
    public enum FoundBy {
        /** What the prices led to, improved worker by worker. */
        START,
        /** OptaPlanner's search. */
        SEARCH,
        /** Going through all assignments. */
        EXHAUSTED;

        /** As in the files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Solution {
        boolean has = status.hasAssignment();
        if (has != (value != null)
                || has != (bound != null)
                || has != (assignment != null)
                || has != (certificate != null)) {
            throw new IllegalArgumentException("A solution that is %s must %s value, bound, assignment and certificate."
                    .formatted(status, has ? "have" : "not have"));
        }
    }

    /** No assignment keeps the rules that {@code reason} names. */
    public static Solution infeasible(String reason) {
        return new Solution(Status.INFEASIBLE, null, null, null, null, null, reason);
    }

    /** Time was up. */
    public static Solution unknown() {
        return new Solution(Status.UNKNOWN, null, null, null, null, null, null);
    }

    /** (bound - value) / max(1, |bound|), from 0; not a number without an assignment. */
    public double gap() {
        return value == null || bound == null
                ? Double.NaN
                : bound.subtract(value).doubleValue()
                        / bound.abs().max(BigInteger.ONE).doubleValue();
    }
}
