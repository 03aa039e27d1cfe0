package org.warmplan.bench;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmplan.problem.Problem;

/** Lets contenders solve the same problems, one after the other, so that none takes the processor from another. */
public final class Bench {
    private final List<Contender> contenders;
    private final Judge judge;
    private final Heap heap = new Heap();

    public Bench(List<Contender> contenders, Judge judge) {
        this.contenders = List.copyOf(contenders);
        this.judge = judge;
    }

    /** A problem, from every contender's hands; each has {@code limit}. */
    public Round round(Size size, long seed, Duration limit) {
        Problem problem = Instances.make(size, seed);
        List<Run> runs = new ArrayList<>();
        for (Contender contender : contenders) {
            runs.add(run(contender, problem, limit));
        }
        return new Round(size, seed, runs);
    }

    private Run run(Contender contender, Problem problem, Duration limit) {
        heap.startAnew();
        long start = System.nanoTime();
        Answer answer = contender.solve(problem, limit);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        long heapBytes = heap.peakBytes();
        Optional<BigInteger> value = answer.assignment().flatMap(a -> judge.worth(problem, a));
        boolean broken = answer.assignment().isPresent() && value.isEmpty();
        return new Run(contender.name(), value, broken, answer.bound(), answer.foundBy(), time, heapBytes);
    }
}
