package org.warmplan.replay.show;

import java.util.Arrays;

/**
 * Seeded chance that goes by what it is about instead of by turn: the same question has the same answer, whatever was asked
 * before. So two policies that are played in the same market meet the same failures and the same luck.
 */
final class Chance {
    private static final double UNIT = 0x1.0p-53;

    /** From here on the bell curve is close enough. */
    private static final double MANY = 40;

    private final long seed;

    Chance(long seed, String purpose) {
        this.seed = mixed(seed * 1_000_003 + purpose.hashCode());
    }

    /** Even from 0 to under 1. */
    double fraction(long... about) {
        long bits = seed;
        for (long part : about) {
            bits = mixed(bits + part + 0x9e3779b97f4a7c15L);
        }
        return (mixed(bits) >>> 11) * UNIT;
    }

    boolean happens(double probability, long... about) {
        return fraction(about) < probability;
    }

    /** From 0 to {@code count - 1}. */
    int pick(int count, long... about) {
        return (int) (fraction(about) * count);
    }

    /** A factor around 1: in two of three cases within {@code e^-spread} and {@code e^spread}. */
    double factor(double spread, long... about) {
        return StrictMath.exp(spread * normal(about));
    }

    /** Normally distributed with mean 0 and standard deviation 1. */
    double normal(long... about) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - fraction(with(about, 1))));
        return radius * StrictMath.cos(2 * StrictMath.PI * fraction(with(about, 2)));
    }

    /** A Poisson number of the given mean. */
    long poisson(double mean, long... about) {
        if (mean > MANY) {
            return Math.max(0, Math.round(mean + StrictMath.sqrt(mean) * normal(about)));
        }
        double below = fraction(about);
        double probability = StrictMath.exp(-mean);
        long count = 0;
        for (double sum = probability; below >= sum && probability > 0; sum += probability) {
            count++;
            probability *= mean / count;
        }
        return count;
    }

    /** Sixteen hexadecimal digits. */
    String hex(long... about) {
        return "%016x".formatted((long) (fraction(about) * 0x1.0p62));
    }

    private static long[] with(long[] about, long last) {
        long[] more = Arrays.copyOf(about, about.length + 1);
        more[about.length] = last;
        return more;
    }

    /** The mixer of SplitMix64: neighbours end up far apart. */
    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
