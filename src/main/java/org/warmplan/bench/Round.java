package org.warmplan.bench;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All contenders' turns at one problem. */
public record Round(Size size, long seed, List<Run> runs) {
    public Round {
        runs = List.copyOf(runs);
    }

    /** The most that anyone earned, gwei per week. */
    public Optional<BigInteger> bestValue() {
        return runs.stream().flatMap(run -> run.value().stream()).max(Comparator.naturalOrder());
    }

    /** The lowest bound that no answer refutes. */
    public Optional<BigInteger> bestBound() {
        return runs.stream()
                .filter(run -> !isRefuted(run))
                .flatMap(run -> run.bound().stream())
                .min(Comparator.naturalOrder());
    }

    /** Whether someone earned more than the run says can be earned. */
    public boolean isRefuted(Run run) {
        Optional<BigInteger> best = bestValue();
        return best.isPresent() && run.bound().isPresent() && run.bound().get().compareTo(best.get()) < 0;
    }

    /** Whether the run earned what nobody can earn more than. */
    public boolean isOptimal(Run run) {
        return run.value().isPresent() && run.value().equals(bestBound());
    }

    /** (bound - value) / max(1, |bound|) against the best bound, from 0; empty without a value or any bound. */
    public Optional<Double> gap(Run run) {
        return run.value().flatMap(value -> bestBound().map(bound -> part(bound.subtract(value), bound)));
    }

    /** How far the run's own bound is above the best, as a part of the best; from 0, less when it is refuted. */
    public Optional<Double> looseness(Run run) {
        return run.bound().flatMap(own -> bestBound().map(bound -> part(own.subtract(bound), bound)));
    }

    private static double part(BigInteger amount, BigInteger of) {
        return amount.doubleValue() / of.abs().max(BigInteger.ONE).doubleValue();
    }
}
