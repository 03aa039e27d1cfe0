package org.warmplan.bench;

import java.util.List;
import java.util.SplittableRandom;

/** Numbers by chance, in sequence. The same seed gives the same ones on every machine and every Java. */
final class Draw {
    private final SplittableRandom random;

    Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private Draw(SplittableRandom random) {
        this.random = random;
    }

    /** Numbers of their own, so that more of them here change none elsewhere. */
    Draw apart() {
        return new Draw(random.split());
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** From low to high, both included. */
    int whole(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    int in(Size.Ends ends) {
        return whole(ends.low(), ends.high());
    }

    /** Between two positive numbers, even in the logarithm. */
    double ratio(double low, double high) {
        return low * StrictMath.exp(random.nextDouble() * StrictMath.log(high / low));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A factor of median 1: log-normal, {@code spread} being the deviation of its logarithm. */
    double factor(double spread) {
        return StrictMath.exp(spread * normal());
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Box and Muller's, as Java's own has changed between versions. */
    private double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }
}
