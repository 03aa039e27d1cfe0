package org.warmplan.demand.share;

/**
 * How many containers each seller has busy, for every number of requests under way in all: a chance for each, and beside it
 * how many requests of one gateway keep a session of that seller from being chosen although they run elsewhere (it refused
 * them: go-livepeer {@code server/ai_process.go:1558-1567} at 176aa415 gives such sessions back when the request is through).
 *
 * <p>All requests together are a birth-and-death chain. Given what a request finds, each seller's chances follow from those
 * with one request fewer and one more, so they are swept up and down until they hold.
 */
final class Occupancy {
    private final Cast cast;
    private final int gateways;
    /* By number under way and state. */
    final double[] chance;
    final double[] held;
    private final double[] fresh;
    private final double[] mean;
    private final double[] meanAbove;
    /* By number under way: requests served in a unit of time. */
    private final double[] served;

    Occupancy(Cast cast, int gateways) {
        this.cast = cast;
        this.gateways = gateways;
        chance = new double[(cast.capacity + 1) * cast.states];
        held = new double[chance.length];
        fresh = new double[2 * cast.states];
        mean = new double[cast.size];
        meanAbove = new double[cast.size];
        served = new double[cast.capacity + 1];
        for (int under = 0; under <= cast.capacity; under++) {
            for (int i = 0; i < cast.size; i++) {
                double even = (double) under * cast.full[i] / cast.capacity;
                int floor = Math.min(cast.full[i], (int) even);
                int at = under * cast.states + cast.first[i] + floor;
                chance[at] = floor == cast.full[i] ? 1 : 1 - (even - floor);
                if (floor < cast.full[i]) {
                    chance[at + 1] = even - floor;
                }
            }
            served[under] = served(under, mean);
        }
    }

    /** The chance that a seller has so many busy, with {@code under} requests under way. */
    double chance(int under, int seller, int busy) {
        return chance[under * cast.states + cast.first[seller] + busy];
    }

    /** The chance that a session is held by a request that it refused, if the seller has so many busy. */
    double heldBack(int under, int seller, int busy) {
        int at = under * cast.states + cast.first[seller] + busy;
        double h = held[at];
        return h <= 0 ? 0 : h / (h + chance[at]);
    }

    /** Requests served in a unit of time with so many under way. */
    double served(int under) {
        return served[under];
    }

    private double served(int under, double[] means) {
        double all = 0;
        for (int i = 0; i < cast.size; i++) {
            double sum = 0;
            for (int x = 1; x <= cast.full[i]; x++) {
                sum += x * chance(under, i, x);
            }
            means[i] = sum;
            all += cast.speed[i] * sum;
        }
        return all;
    }

    /**
     * Brings the chances with {@code under} requests under way in line with their neighbours.
     *
     * @param most under way that counts at all
     */
    void settle(int under, int most, double load, Choice choice) {
        double down = served(under, mean);
        boolean below = under > 0;
        boolean above = under < most;
        double downAbove = above ? served(under + 1, meanAbove) : 1;
        double up = above ? load * choice.accepted(under) : 0;
        for (int i = 0; i < cast.size; i++) {
            double others = above ? others(i, under + 1, downAbove, meanAbove[i]) : 1;
            double othersHere = others(i, under, down, mean[i]);
            for (int x = 0; x <= cast.full[i]; x++) {
                int at = cast.first[i] + x;
                fresh[at] = 0;
                fresh[cast.states + at] = 0;
                if (below) {
                    arrive(under - 1, i, x, down, choice);
                }
                if (above) {
                    leave(under + 1, i, x, up / downAbove, others);
                }
                double out = up + x * cast.speed[i] + (under - x) * othersHere;
                fresh[at] = out > 0 ? Math.max(0, fresh[at]) / out : 0;
                fresh[cast.states + at] = out > 0 ? Math.max(0, fresh[cast.states + at]) / out : 0;
            }
        }
        balance(under);
        served[under] = served(under, mean);
    }

    /** How fast on average the containers of all others serve. */
    private double others(int i, int under, double served, double busy) {
        return under - busy > 1e-9 ? Math.max(0, served - cast.speed[i] * busy) / (under - busy) : 1;
    }

    /** What a request brings about that comes when one fewer is under way. */
    private void arrive(int from, int i, int x, double rate, Choice choice) {
        int row = from * cast.states;
        int at = cast.first[i] + x;
        double in = (1 - choice.chosen(from, i, x)) * chance[row + at];
        double kept = (1 - choice.overflow(from, i, x)) * held[row + at];
        if (x > 0) {
            in += choice.chosen(from, i, x - 1) * chance[row + at - 1];
            kept += choice.overflow(from, i, x - 1) * held[row + at - 1];
        }
        if (x == cast.full[i]) {
            kept += choice.refused(from, i) * chance[row + at] / gateways;
        }
        fresh[at] += rate * in;
        fresh[cast.states + at] += rate * kept;
    }

    /** What a request brings about that ends when one more is under way. */
    private void leave(int from, int i, int x, double rate, double others) {
        int row = from * cast.states;
        int at = cast.first[i] + x;
        double own = (x + 1) * cast.speed[i];
        double in = (from - x) * others * chance[row + at];
        double kept = Math.max(0, from - x - 1) * others * held[row + at];
        if (x < cast.full[i]) {
            in += own * chance[row + at + 1];
            kept += own * held[row + at + 1];
        }
        fresh[at] += rate * in;
        fresh[cast.states + at] += rate * kept;
    }

    /** Takes the new chances over, tilted so that the means of all sellers add up to what is under way. */
    private void balance(int under) {
        double all = 0;
        double variance = 0;
        for (int i = 0; i < cast.size; i++) {
            double sum = 0;
            double first = 0;
            double second = 0;
            for (int x = 0; x <= cast.full[i]; x++) {
                double value = fresh[cast.first[i] + x];
                sum += value;
                first += x * value;
                second += x * x * value;
            }
            first /= sum;
            all += first;
            variance += second / sum - first * first;
        }
        double tilt = Math.exp(Math.max(-1.5, Math.min(1.5, (under - all) / Math.max(1e-6, variance))));
        for (int i = 0; i < cast.size; i++) {
            take(under, i, tilt);
        }
    }

    private void take(int under, int i, double tilt) {
        double sum = 0;
        double factor = 1;
        for (int x = 0; x <= cast.full[i]; x++) {
            int at = cast.first[i] + x;
            fresh[at] *= factor;
            sum += fresh[at];
            factor *= tilt;
        }
        int row = under * cast.states;
        for (int x = 0; x <= cast.full[i]; x++) {
            int at = cast.first[i] + x;
            chance[row + at] = fresh[at] / sum;
            held[row + at] = fresh[cast.states + at];
        }
    }
}
