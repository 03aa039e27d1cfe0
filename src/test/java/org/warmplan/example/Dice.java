package org.warmplan.example;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Seeded chance, the same on every machine: the algorithm of {@link Random} is specified, and {@link StrictMath} rounds
 * alike everywhere. Each purpose has dice of its own, so that a change in one place does not shake up all others.
 */
final class Dice {
    private static final double EXACT_POISSON = 40;

    private final Random random;

    Dice(long seed, String purpose) {
        this.random = new Random(spread(seed * 1_000_003 + purpose.hashCode()));
    }

    /** Seeds that are neighbours give alike first numbers, so they are driven far apart (the mixer of SplitMix64). */
    private static long spread(long seed) {
        long mixed = (seed ^ (seed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    double fraction() {
        return random.nextDouble();
    }

    /** A factor around 1: in two of three cases within {@code e^-spread} and {@code e^spread}. */
    double factor(double spread) {
        return StrictMath.exp(spread * random.nextGaussian());
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }

    /** A Poisson number. */
    long poisson(double mean) {
        if (mean > EXACT_POISSON) {
            return Math.max(0, Math.round(mean + StrictMath.sqrt(mean) * random.nextGaussian()));
        }
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        long count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** In the form NVML gives the ids of cards. */
    String gpuId() {
        String hex = "%016x%016x".formatted(random.nextLong(), random.nextLong());
        return "GPU-%s-%s-%s-%s-%s"
                .formatted(
                        hex.substring(0, 8),
                        hex.substring(8, 12),
                        hex.substring(12, 16),
                        hex.substring(16, 20),
                        hex.substring(20));
    }
}
