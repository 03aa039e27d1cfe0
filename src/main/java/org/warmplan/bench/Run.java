package org.warmplan.bench;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/**
 * One contender's turn at one problem.
 *
 * @param value gwei per week as the judge says; empty without an answer, or when the answer breaks a rule
 * @param broken whether there was an answer and it breaks a rule
 * @param bound what the contender claims
 * @param heapBytes most that the Java heap held meanwhile, with what the problem itself takes; a native solver's own
 *     memory is not seen
 */
public record Run(
        String contender,
        Optional<BigInteger> value,
        boolean broken,
        Optional<BigInteger> bound,
        String foundBy,
        Duration time,
        long heapBytes) {}
