package org.warmplan.replay.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How much users ask for, week by week: around a level that drifts by its regime, an autoregressive wobble in the
 * logarithm; weeks of a burst; models that are born, take off or fail, and die. Workloads differ by a heavy tail. How
 * restless all this is differs from market to market.
 *
 * <p>Made not to be what a forecaster would assume: neither counts around a rate that changes only at random, nor seasons
 * that repeat.
 */
final class UserRates {
    /** Where a workload is going. */
    private enum Regime {
        STEADY,
        GROWING,
        FADING,
        DEAD
    }

    /**
     * How restless a market is.
     *
     * @param persistence of the wobble from week to week, from 0 to 1
     * @param wobble standard deviation of its weekly shocks, of the logarithm
     * @param drift of a growing or fading level per week, of the logarithm
     * @param switching probability per week of another regime
     * @param bursting probability per week of a burst
     * @param dying probability per week of an end
     */
    private record Temper(
            double persistence, double wobble, double drift, double switching, double bursting, double dying) {
        static Temper draw(Dice dice) {
            return new Temper(
                    dice.between(0.2, 0.75),
                    dice.between(0.3, 0.65),
                    dice.between(0.2, 0.5),
                    dice.between(0.08, 0.25),
                    dice.between(0.04, 0.12),
                    dice.between(0.003, 0.012));
        }
    }

    private static final double FARTHEST = 3;
    private static final double REVIVAL = 0.2;
    private static final double TEMPERANCE = 0.75;
    /** Gwei; requests that bring less are as common as if they brought that. */
    private static final double CHEAP = 2000;

    /* Part of all cards that live streams keep busy. */
    private static final double LEAST_LIVE = 0.02;
    private static final double MOST_LIVE = 0.15;
    private static final double UNBORN = Double.NEGATIVE_INFINITY;

    private final List<MarketWorkload> workloads;
    private final Dice dice;
    private final Temper temper;
    private final double[] home;
    private final double[] level;
    private final double[] wobble;
    private final double[] burst;
    private final Regime[] regimes;
    private final List<double[]> weeks = new ArrayList<>();

    /**
     * @param requests of all workloads in an ordinary week
     * @param cards of the whole market, a part of which live streams keep busy
     */
    UserRates(List<MarketWorkload> workloads, double requests, int cards, long seed) {
        this.workloads = List.copyOf(workloads);
        dice = new Dice(seed, 1);
        temper = Temper.draw(dice);
        int count = workloads.size();
        home = homes(requests, cards);
        level = new double[count];
        wobble = new double[count];
        burst = new double[count];
        Arrays.fill(burst, 1);
        regimes = new Regime[count];
        for (int w = 0; w < count; w++) {
            boolean born = workloads.get(w).bornWeek() == 0;
            regimes[w] = born ? next() : Regime.GROWING;
            level[w] = born ? dice.between(-1, 1) : UNBORN;
            wobble[w] = temper.wobble * dice.normal();
        }
    }

    /** Logarithms of requests per week: a Zipf law by rank, flatter in money than in requests. */
    private double[] homes(double requests, int cards) {
        int count = workloads.size();
        double steepness = dice.between(0.8, 1.3);
        List<Integer> ranks = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(ranks, new Random(dice.whole(0, Integer.MAX_VALUE - 1)));
        double[] weights = new double[count];
        double batch = 0;
        double liveSeconds = 0;
        for (int w = 0; w < count; w++) {
            MarketWorkload workload = workloads.get(w);
            double gwei = workload.unitsPerCall() * workload.usualWeiPerUnit() / 1e9;
            double perRequest = Math.pow(Math.max(CHEAP, gwei), -0.6);
            weights[w] = workload.isNoop() ? 0 : perRequest * Math.pow(ranks.get(w) + 1.0, -steepness);
            liveSeconds += workload.isLive() ? weights[w] * workload.seconds() : 0;
            batch += workload.isLive() ? 0 : weights[w];
        }
        double streams = dice.ratio(LEAST_LIVE, MOST_LIVE) * cards * Play.WEEK / Math.max(1e-9, liveSeconds);
        for (int w = 0; w < count; w++) {
            double scale = workloads.get(w).isLive() ? streams : requests / Math.max(1e-9, batch);
            weights[w] = Math.log(scale * weights[w]);
        }
        return weights;
    }

    /** Requests users are expected to make in a week, by workload. */
    double[] week(int week) {
        while (weeks.size() <= week) {
            weeks.add(advance(weeks.size()));
        }
        return weeks.get(week).clone();
    }

    private double[] advance(int week) {
        double[] rates = new double[home.length];
        for (int w = 0; w < rates.length; w++) {
            if (workloads.get(w).bornWeek() > week || workloads.get(w).isNoop()) {
                continue;
            }
            step(w);
            rates[w] = regimes[w] == Regime.DEAD ? 0 : Math.exp(home[w] + level[w] + wobble[w]) * burst[w];
        }
        temperate(rates, false);
        temperate(rates, true);
        return rates;
    }

    /** Users have only so much to spend: what is asked for in all goes up and down by less than its parts. */
    private void temperate(double[] rates, boolean live) {
        double sum = 0;
        double usual = 0;
        for (int w = 0; w < rates.length; w++) {
            if (workloads.get(w).isLive() == live) {
                double each = live ? workloads.get(w).seconds() : 1;
                sum += rates[w] * each;
                usual += Math.exp(home[w]) * each;
            }
        }
        double factor = sum > 0 ? Math.pow(usual / sum, TEMPERANCE) : 1;
        for (int w = 0; w < rates.length; w++) {
            rates[w] *= workloads.get(w).isLive() == live ? factor : 1;
        }
    }

    private void step(int w) {
        if (level[w] == UNBORN) {
            // Some take off at once, most begin small.
            level[w] = dice.between(-2.5, 0.5);
        }
        if (regimes[w] != Regime.DEAD && dice.chance(temper.dying)) {
            regimes[w] = Regime.DEAD;
        } else if (dice.chance(temper.switching * (regimes[w] == Regime.DEAD ? REVIVAL : 1))) {
            regimes[w] = next();
        }
        double drift = regimes[w] == Regime.GROWING ? temper.drift : regimes[w] == Regime.FADING ? -temper.drift : 0;
        level[w] = Math.max(-FARTHEST, Math.min(FARTHEST, level[w] + drift * dice.between(0.3, 1.7) - 0.03 * level[w]));
        wobble[w] = temper.persistence * wobble[w] + temper.wobble * dice.normal();
        burst[w] = dice.chance(temper.bursting) ? dice.ratio(2, 8) : 1;
    }

    private Regime next() {
        return Regime.values()[dice.weighted(new double[] {0.45, 0.26, 0.27, 0.02})];
    }
}
