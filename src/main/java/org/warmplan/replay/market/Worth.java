package org.warmplan.replay.market;

import java.util.List;
import java.util.function.IntFunction;

/**
 * What a policy's sets earn in a market, restarts and all, as part of what hindsight earns.
 *
 * @param hindsightGwei what the best sets known afterwards earn over the weeks
 * @param keep part of that which last week's best sets earn
 * @param random part of it which sets at random earn
 */
public record Worth(double hindsightGwei, double keep, double random) {
    /** The first week that counts: two months give a forecaster something to look back at. */
    public static final int FROM = 8;

    /** The first week that counts no more. */
    public static final int TO = 16;

    private static final double MOST_KEEP = 0.92;
    private static final double MOST_RANDOM = 0.70;

    /** Measures a market that is played as far as {@link #TO} weeks, or plays it so far. */
    public static Worth of(Market market, long seed) {
        while (market.weeks() < TO) {
            market.play();
        }
        Policies policies = new Policies(market, seed);
        double hindsight = gwei(market, policies::hindsight);
        return new Worth(
                hindsight,
                gwei(market, policies::keepLastWeek) / hindsight,
                gwei(market, policies::random) / hindsight);
    }

    /** What sets by week earn us over the weeks that count. */
    public static double gwei(Market market, IntFunction<WarmSet> policy) {
        double gwei = 0;
        for (int week = FROM; week < TO; week++) {
            List<WarmSet> before = List.of(policy.apply(week - 1));
            gwei += market.again(week, before, List.of(policy.apply(week))).wei(Cast.SELF) / 1e9;
        }
        return gwei;
    }

    /** Whether the market tells good plans from lazy ones: it pays to look ahead, and to look at all. */
    public boolean counts() {
        return keep <= MOST_KEEP && random <= MOST_RANDOM;
    }
}
