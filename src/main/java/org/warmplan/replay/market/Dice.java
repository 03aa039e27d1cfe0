package org.warmplan.replay.market;

import java.util.List;
import java.util.SplittableRandom;

/** Numbers by chance, in sequence: what a market is drawn with. */
final class Dice {
    private static final double MANY = 60;

    private final SplittableRandom random;

    /** Dice that depend on all the given numbers and nothing else. */
    Dice(long seed, long... parts) {
        long key = seed;
        for (long part : parts) {
            key = Luck.key(key, part);
        }
        random = new SplittableRandom(key);
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** From low to high, both included. */
    int whole(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** Between two positive numbers, even in the logarithm. */
    double ratio(double low, double high) {
        return low * Math.exp(random.nextDouble() * Math.log(high / low));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double normal() {
        return random.nextGaussian();
    }

    /** A factor with median 1. */
    double factor(double spread) {
        return Math.exp(spread * random.nextGaussian());
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** An index, as likely as its weight. */
    int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** A Gamma number of mean 1; Marsaglia and Tsang's method, for shapes from 1. */
    double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v / shape;
            }
        }
    }

    /** A Poisson number; by the normal distribution where the mean is large. */
    int poisson(double mean) {
        if (mean > MANY) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double left = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > left; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
