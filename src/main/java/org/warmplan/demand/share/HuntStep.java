package org.warmplan.demand.share;

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
    /** Parts in which the time between two rounds of asking is told apart. */
    static final int PHASES = 3;

    private static final int SWEEPS = 200;
    private static final double ENOUGH = 1e-5;
    private static final double TINY = 1e-300;

    final int before;
    final int own;
    private final double load;
    private final double mine;
    private final double phaseRate;
    /* By phase, containers busy before, own busy, and passed over or not: a row of chances. */
    private final double[] chance;
    /* By phase: the chance that those before take a request; that nobody behind does. */
    private double[][] taken = new double[0][];
    private double[] exhausted = new double[0];

    /**
     * @param before containers of those asked before
     * @param own its containers
     * @param mine the part of the requests that come from the gateway looked at
     * @param phaseRate phases in a unit of time
     */
    HuntStep(int before, int own, double load, double mine, double phaseRate) {
        this.before = before;
        this.own = own;
        this.load = load;
        this.mine = mine;
        this.phaseRate = phaseRate;
        chance = new double[PHASES * (before + 1) * (own + 1) * 2];
        double weight = 1;
        for (int all = 0; all <= before + own; all++) {
            weight = all == 0 ? 1 : weight * load / all;
            for (int x = Math.max(0, all - before); x <= Math.min(own, all); x++) {
                for (int phase = 0; phase < PHASES; phase++) {
                    int at = at(phase, all - x, x);
                    chance[at] = weight + TINY;
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
        double last = -1;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int phase = 0; phase < PHASES; phase++) {
                for (int cell = 0; cell < (before + 1) * (own + 1); cell++) {
                    settle(phase, cell / (own + 1), cell % (own + 1));
                }
                for (int cell = (before + 1) * (own + 1) - 1; cell >= 0; cell--) {
                    settle(phase, cell / (own + 1), cell % (own + 1));
                }
            }
            normalise();
            double now = carried();
            if (sweep > 1 && Math.abs(now - last) < ENOUGH * load) {
                break;
            }
            last = now;
        }
    }

    private void settle(int phase, int y, int x) {
        int at = at(phase, y, x);
        double passed = inflow(phase, y, x, false);
        double open = inflow(phase, y, x, true);
        double leave = y + x + phaseRate;
        double pass = 1 - taken[phase][y];
        double others = load * (1 - mine) * pass;
        double own = load * mine * pass;
        double forced = exhausted[phase];
        leave += y < before ? load * taken[phase][y] : 0;
        if (x < this.own) {
            double gate = open(phase, y, x);
            leave += others * (gate + (1 - gate) * forced);
            chance[at] = passed / (leave + own * forced);
            chance[at + 1] = open / (leave + own);
        } else {
            leave += y < before ? others * forced : 0;
            chance[at] = passed / (leave + (y < before ? own * forced : 0));
            chance[at + 1] = open / (leave + own);
        }
    }

    /** What comes into a state in a unit of time. */
    private double inflow(int phase, int y, int x, boolean open) {
        int gate = open ? 1 : 0;
        boolean reopened = x < own == open;
        double in = 0;
        if (y > 0) {
            int from = at(phase, y - 1, x);
            double pass = 1 - taken[phase][y - 1];
            double forced = pass * exhausted[phase];
            in += chance[from + gate] * (load * (1 - pass) + load * (1 - mine) * forced * (1 - open(phase, y - 1, x)));
            if (reopened) {
                in += load * mine * forced * (chance[from] + (x == own ? chance[from + 1] : 0));
            }
        }
        in += x > 0 ? ownTakes(phase, y, x, open) : 0;
        in += y < before ? (y + 1) * chance[at(phase, y + 1, x) + gate] : 0;
        in += x < own ? (x + 1) * chance[at(phase, y, x + 1) + gate] : 0;
        if (!open && x == own) {
            double stays = y < before ? 1 - exhausted[phase] : 1;
            in += load * mine * (1 - taken[phase][y]) * stays * chance[at(phase, y, x) + 1];
        }
        return in + nextPhase(phase, y, x, gate, reopened);
    }

    private double ownTakes(int phase, int y, int x, boolean open) {
        int from = at(phase, y, x - 1);
        double pass = 1 - taken[phase][y];
        double forced = y == before ? exhausted[phase] : 0;
        double gate = open(phase, y, x - 1);
        double in = chance[from + (open ? 1 : 0)] * load * (1 - mine) * pass * (gate + (1 - gate) * forced);
        return open ? in + load * mine * pass * (chance[from + 1] + forced * chance[from]) : in;
    }

    private double nextPhase(int phase, int y, int x, int gate, boolean reopened) {
        int from = at((phase + PHASES - 1) % PHASES, y, x);
        if (phase > 0) {
            return phaseRate * chance[from + gate];
        }
        return reopened ? phaseRate * (chance[from] + chance[from + 1]) : 0;
    }

    /** The chance that a gateway does not pass it over; 0 when it is full. */
    private double open(int phase, int y, int x) {
        int at = at(phase, y, x);
        return x < own ? chance[at + 1] / (chance[at] + chance[at + 1] + TINY) : 0;
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
        double[] passed = new double[PHASES];
        for (int phase = 0; phase < PHASES; phase++) {
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
        double[][] result = new double[PHASES][before + own + 1];
        double[] all = new double[before + own + 1];
        for (int phase = 0; phase < PHASES; phase++) {
            java.util.Arrays.fill(all, TINY);
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
