package org.warmplan.demand.share;

import java.util.Arrays;

/**
 * One node in the order in which gateways ask for live video, behind all those before it together. A gateway that meets it
 * full leaves it out until it asks around again, every 360 s, or at once when it has left out everybody (go-livepeer
 * {@code server/ai_session.go:232-283} and {@code server/ai_process.go:1570-1575} at 176aa415). So beside the busy containers
 * of those before and of its own counts whether the gateway passes it over, and how long ago it asked around.
 *
 * <p>Of those before it is known only how likely together they take a request with so many of their containers busy. A unit
 * of time is the mean length of a stream.
 */
final class HuntStep {
    private static final int SWEEPS = 500;
    private static final double ENOUGH = 1e-4;
    private static final double TINY = 1e-300;

    final int before;
    final int own;
    private final double load;
    private final double mine;
    private final int phases;
    private final double phaseRate;
    private final int stride;
    /* By phase, containers busy before, own busy, and passed over or not: a row of chances. */
    private final double[] chance;
    /* By phase: the chance that those before take a request; that nobody behind does. */
    private double[][] taken = new double[0][];
    private double[] exhausted = new double[0];

    /**
     * @param before containers of those asked before
     * @param own its containers
     * @param mine the part of the requests that come from the gateway looked at
     * @param phases parts in which the time between two rounds of asking is told apart, from 2
     * @param rounds of asking in a unit of time
     */
    HuntStep(int before, int own, double load, double mine, int phases, double rounds) {
        this.before = before;
        this.own = own;
        this.load = load;
        this.mine = mine;
        this.phases = phases;
        this.phaseRate = phases * rounds;
        stride = (before + 1) * (own + 1) * 2;
        chance = new double[phases * stride];
        double weight = 1;
        for (int all = 0; all <= before + own; all++) {
            weight = all == 0 ? 1 : weight * load / all;
            for (int x = Math.max(0, all - before); x <= Math.min(own, all); x++) {
                for (int phase = 0; phase < phases; phase++) {
                    int at = at(phase, all - x, x);
                    chance[at] = weight * (x < own ? 0.1 : 0.5) + TINY;
                    chance[at + 1] = weight + TINY;
                }
            }
        }
    }

    private int at(int phase, int y, int x) {
        return ((phase * (before + 1) + y) * (own + 1) + x) * 2;
    }

    /** Settles the chances; {@code taken} and {@code exhausted} by phase. */
    void settle(double[][] taken, double[] exhausted) {
        this.taken = taken;
        this.exhausted = exhausted;
        double last = carried();
        double before = Double.MAX_VALUE;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int phase = 0; phase < phases; phase++) {
                sweep(phase);
            }
            normalise();
            double now = carried();
            double change = Math.abs(now - last);
            // What is still to come, if every sweep changes less by the same factor.
            double factor = Math.min(0.98, change / before);
            if (sweep > 1 && change * factor / (1 - factor) < ENOUGH * load) {
                break;
            }
            last = now;
            before = Math.max(change, TINY);
        }
    }

    private void sweep(int phase) {
        for (int y = 0; y <= before; y++) {
            for (int x = 0; x <= own; x++) {
                settle(phase, y, x);
            }
        }
        for (int y = before; y >= 0; y--) {
            for (int x = own; x >= 0; x--) {
                settle(phase, y, x);
            }
        }
    }

    /** Brings the chances of a number of busy containers in line with those that lead to it and that it leads to. */
    private void settle(int phase, int y, int x) {
        int at = at(phase, y, x);
        boolean full = x == own;
        double pass = 1 - taken[phase][y];
        double forced = exhausted[phase];
        double passed = 0;
        double open = 0;
        if (y > 0) {
            int from = at - 2 * (own + 1);
            double passBefore = 1 - taken[phase][y - 1];
            double others = load * (taken[phase][y - 1] + (1 - mine) * passBefore * forced * (1 - open(from, full)));
            double all = load * mine * passBefore * forced;
            passed += chance[from] * others + (full ? all * (chance[from] + chance[from + 1]) : 0);
            open += chance[from + 1] * others + (full ? 0 : all * chance[from]);
        }
        if (x > 0) {
            int from = at - 2;
            double late = y == before ? forced : 0;
            double gate = open(from, false);
            double others = load * (1 - mine) * pass * (gate + (1 - gate) * late);
            passed += chance[from] * others;
            open += chance[from + 1] * others + load * mine * pass * (chance[from + 1] + late * chance[from]);
        }
        int after = at + 2 * (own + 1);
        passed += (y < before ? (y + 1) * chance[after] : 0) + (full ? 0 : (x + 1) * chance[at + 2]);
        open += (y < before ? (y + 1) * chance[after + 1] : 0) + (full ? 0 : (x + 1) * chance[at + 3]);
        double closes = full ? load * mine * pass * (y < before ? 1 - forced : 1) * chance[at + 1] : 0;
        divide(
                at,
                passed + closes + earlier(phase, at, full, false),
                open + earlier(phase, at, full, true),
                y,
                pass,
                forced);
    }

    /** Divides what comes into the two states by what leaves each. */
    private void divide(int at, double passed, double open, int y, double pass, double forced) {
        int x = at / 2 % (own + 1);
        boolean full = x == own;
        double gate = open(at, full);
        double theirs = load * (1 - mine) * pass;
        double ours = load * mine * pass;
        double leave = y + x + phaseRate + (y < before ? load * (1 - pass) : 0);
        double room = full && y == before ? 0 : 1;
        leave += full ? room * theirs * forced : theirs * (gate + (1 - gate) * forced);
        chance[at] = passed / (leave + room * ours * forced);
        chance[at + 1] = open / (leave + ours);
    }

    /** What comes from the phase before; with the first one the gateway asks around anew. */
    private double earlier(int phase, int at, boolean full, boolean open) {
        int from = phase > 0 ? at - stride : at + (phases - 1) * stride;
        if (phase > 0) {
            return phaseRate * chance[open ? from + 1 : from];
        }
        return open == full ? 0 : phaseRate * (chance[from] + chance[from + 1]);
    }

    /** The chance that a gateway does not pass it over; 0 when it is full. */
    private double open(int at, boolean full) {
        return full ? 0 : chance[at + 1] / (chance[at] + chance[at + 1] + TINY);
    }

    private void normalise() {
        double sum = 0;
        for (double c : chance) {
            sum += c;
        }
        for (int at = 0; at < chance.length; at++) {
            chance[at] /= sum;
        }
    }

    /** Its containers busy on average. */
    double carried() {
        double sum = 0;
        for (int at = 0; at < chance.length; at++) {
            sum += at / 2 % (own + 1) * chance[at];
        }
        return sum;
    }

    /** By phase: the chance that a request passes everybody up to it. */
    double[] passed() {
        double[] passed = new double[phases];
        for (int phase = 0; phase < phases; phase++) {
            for (int y = 0; y <= before; y++) {
                for (int x = 0; x <= own; x++) {
                    int at = at(phase, y, x);
                    passed[phase] += (1 - taken[phase][y]) * (chance[at] + (x == own ? chance[at + 1] : 0));
                }
            }
        }
        return passed;
    }

    /** By phase and busy containers of everybody up to it: the chance that they take a request. */
    double[][] takenWithIt() {
        double[][] result = new double[phases][before + own + 1];
        double[] all = new double[before + own + 1];
        for (int phase = 0; phase < phases; phase++) {
            Arrays.fill(all, TINY);
            for (int y = 0; y <= before; y++) {
                for (int x = 0; x <= own; x++) {
                    int at = at(phase, y, x);
                    double here = chance[at] + chance[at + 1];
                    all[y + x] += here;
                    double took = taken[phase][y];
                    result[phase][y + x] += here * took + (1 - took) * (x < own ? chance[at + 1] : 0);
                }
            }
            for (int busy = 0; busy < all.length; busy++) {
                result[phase][busy] = busy == before + own ? 0 : Math.min(1, result[phase][busy] / all[busy]);
            }
        }
        return result;
    }
}
