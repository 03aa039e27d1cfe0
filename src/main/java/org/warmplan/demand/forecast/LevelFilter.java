package org.warmplan.demand.forecast;

import java.util.Arrays;

/**
 * The level of one workload's demand, week by week: where on a grid of rates it may be, and whether it grows, fades or
 * stays, as probabilities. Each week the level moves, then the week's readings make some rates likelier than others.
 */
final class LevelFilter {
    private static final int FADING = 0;
    private static final int LEVEL = 1;
    private static final int GROWING = 2;
    private static final double[] REGIMES = {0.15, 0.7, 0.15};
    private static final double NEGLIGIBLE = 1e-8;
    private static final double LOG_OF_IMPOSSIBLE = Math.log(Double.MIN_NORMAL);

    private final Movement movement;
    private final double[] prior;
    private final Kernel[] steps = new Kernel[REGIMES.length];
    private final Kernel jump;
    private final Kernel week;
    private final Kernel burst;

    /** By regime and cell; sums to 1. What nobody asks for (cell 0) is kept as level. */
    private double[][] belief;

    private double logEvidence;

    /**
     * Begins before the first week.
     *
     * @param prior probability of each cell before anything was read; sums to 1
     */
    LevelFilter(Movement movement, double[] prior) {
        this.movement = movement;
        this.prior = prior.clone();
        for (int regime = FADING; regime <= GROWING; regime++) {
            steps[regime] = Kernel.normal((regime - LEVEL) * movement.drift(), movement.sigma());
        }
        this.jump = Kernel.heavy(0, movement.jumpSigma());
        this.week = Kernel.normal(0, movement.tau());
        this.burst = Kernel.heavy(0, movement.burstTau());
        this.belief = byRegime(prior);
    }

    private static double[][] byRegime(double[] cells) {
        double[][] belief = new double[REGIMES.length][cells.length];
        for (int regime = FADING; regime <= GROWING; regime++) {
            for (int cell = 1; cell < cells.length; cell++) {
                belief[regime][cell] = REGIMES[regime] * cells[cell];
            }
        }
        belief[LEVEL][0] = cells[0];
        return belief;
    }

    private void restart(double[] likelihood) {
        double sum = Arrays.stream(likelihood).sum();
        belief = byRegime(Arrays.stream(likelihood).map(l -> l / sum).toArray());
        logEvidence += LOG_OF_IMPOSSIBLE;
    }

    /** Takes in what was read of the current week: how likely it is at each level. */
    void read(double[] atLevel) {
        double sum = 0;
        for (double[] regime : belief) {
            for (int cell = 0; cell < regime.length; cell++) {
                regime[cell] *= atLevel[cell];
                sum += regime[cell];
            }
        }
        if (sum < Double.MIN_NORMAL) {
            // No move that was thought possible leads there: a thousand times last week's, say. Begin anew with it.
            restart(atLevel);
            return;
        }
        logEvidence += Math.log(sum);
        for (double[] regime : belief) {
            for (int cell = 0; cell < regime.length; cell++) {
                regime[cell] /= sum;
            }
        }
    }

    /** On to the next week. */
    void move() {
        double[][] next = new double[REGIMES.length][prior.length];
        double leave = (1 - movement.stay()) / (REGIMES.length - 1);
        double alive = 1 - movement.death();
        double[] all = new double[prior.length];
        for (int to = FADING; to <= GROWING; to++) {
            double[] mixed = new double[prior.length];
            for (int from = FADING; from <= GROWING; from++) {
                double part = from == to ? movement.stay() : leave;
                for (int cell = 1; cell < mixed.length; cell++) {
                    mixed[cell] += part * belief[from][cell];
                }
            }
            forget(mixed);
            for (int cell = 1; cell < mixed.length; cell++) {
                all[cell] += mixed[cell];
            }
            steps[to].spread(mixed, alive * (1 - movement.jump()), next[to]);
        }
        leap(all, alive * movement.jump(), next);
        bury(next);
        belief = next;
    }

    /** A jump says nothing of what comes after it. */
    private void leap(double[] all, double part, double[][] next) {
        double[] landed = new double[prior.length];
        jump.spread(all, part, landed);
        for (int to = FADING; to <= GROWING; to++) {
            for (int cell = 1; cell < landed.length; cell++) {
                next[to][cell] += REGIMES[to] * landed[cell];
            }
        }
    }

    /** Deaths, and births anew from what was thought before anything was read. */
    private void bury(double[][] next) {
        double gone = belief[LEVEL][0];
        double living = 1 - gone;
        next[LEVEL][0] = gone * (1 - movement.rebirth()) + living * movement.death();
        for (int cell = 1; cell < prior.length; cell++) {
            next[LEVEL][cell] += gone * movement.rebirth() * prior[cell] / (1 - prior[0]);
        }
    }

    private static void forget(double[] mass) {
        for (int cell = 0; cell < mass.length; cell++) {
            mass[cell] = mass[cell] < NEGLIGIBLE ? 0 : mass[cell];
        }
    }

    /** The probability of each rate of the current week itself, around its level. */
    double[] ofWeek() {
        double[] level = sum();
        double[] rates = new double[level.length];
        rates[0] = level[0];
        week.spread(level, 1 - movement.burst(), rates);
        burst.spread(level, movement.burst(), rates);
        return rates;
    }

    /** Logarithm of how likely all that was read is, up to a constant that is the same for every movement. */
    double logEvidence() {
        return logEvidence;
    }

    private double[] sum() {
        double[] sum = new double[prior.length];
        for (double[] regime : belief) {
            for (int cell = 0; cell < sum.length; cell++) {
                sum[cell] += regime[cell];
            }
        }
        return sum;
    }
}
