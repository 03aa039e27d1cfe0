package org.warmplan.replay.market;

/**
 * Chance that belongs to a key, not to a sequence: what happens to one request never shifts the dice of another. So the
 * same users meet the same luck in a market where only the warm sets differ.
 */
final class Luck {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Luck() {}

    /** A key of a key and a number under it. */
    static long key(long key, long number) {
        long z = key + GOLDEN * (number + 1);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** At least 0 and under 1. */
    static double uniform(long key, int draw) {
        return (key(key, draw) >>> 11) * 0x1p-53;
    }

    /** Of mean 1. */
    static double exponential(long key, int draw) {
        return -Math.log1p(-uniform(key, draw));
    }

    /** A factor of mean 1 whose logarithm has the given standard deviation; takes this draw and the next. */
    static double lognormal(long key, int draw, double spread) {
        return spread == 0 ? 1 : Math.exp(spread * normal(key, draw) - spread * spread / 2);
    }

    private static double normal(long key, int draw) {
        double radius = Math.sqrt(2 * exponential(key, draw));
        return radius * Math.cos(2 * Math.PI * uniform(key, draw + 1));
    }
}
