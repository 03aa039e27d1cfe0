package org.warmplan.bench;

import java.math.BigInteger;
import java.util.Optional;
import org.warmplan.problem.Assignment;

/**
 * What a contender makes of a problem.
 *
 * @param assignment the best it found
 * @param bound what it says no assignment can be worth more than, gwei per week
 * @param foundBy in a word, which of its steps found the assignment; may be empty
 */
public record Answer(Optional<Assignment> assignment, Optional<BigInteger> bound, String foundBy) {
    /** Nothing found, nothing proved. */
    public static final Answer NONE = new Answer(Optional.empty(), Optional.empty(), "");

    /** An assignment of which nothing more is claimed. */
    public static Answer of(Assignment assignment) {
        return new Answer(Optional.of(assignment), Optional.empty(), "");
    }
}
