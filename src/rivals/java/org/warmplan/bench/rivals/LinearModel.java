package org.warmplan.bench.rivals;

import java.time.Duration;
import java.util.Optional;

/** A linear model to be maximised, whatever solves it. Variables are numbered and never negative. */
interface LinearModel {
    /** No limit to a sum. */
    long NONE = Long.MAX_VALUE;

    /** A variable that must be whole; {@code hint} is what it is today. */
    int whole(long most, long hint);

    /** A variable that is whole in every good solution, and need not be told to be. */
    int amount(long most, long hint);

    /** Demands {@code sum >= least}. */
    void atLeast(Sum sum, long least);

    /** Demands {@code sum <= most}. */
    void atMost(Sum sum, long most);

    /** Demands {@code sum == amount}. */
    void equal(Sum sum, long amount);

    /** Earns gwei for each of the variable's units. */
    void earn(int variable, long gwei);

    Outcome solve(Duration limit);

    /**
     * What became of it.
     *
     * @param values of the best solution, by variable, rounded; empty when there is none
     * @param bound no solution earns more gwei; empty when nothing was proved
     * @param optimal whether the solver says that the solution is the best
     */
    record Outcome(Optional<long[]> values, Optional<Double> bound, boolean optimal) {}
}
