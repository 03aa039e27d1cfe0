package org.warmplan.value;

import org.warmplan.demand.SharePolicy;

/**
 * Whom we would meet as a warm orchestrator of one workload.
 *
 * @param live whether gateways hunt in order of latency only, as for live video
 * @param onChain part of batch demand from on-chain gateways
 * @param share our chance at an on-chain gateway while all are idle
 * @param rivals other addresses that have it warm
 * @param rivalReplicas requests they serve at once, all together
 */
record Market(boolean live, double onChain, SharePolicy.Share share, int rivals, long rivalReplicas) {

    /** Which end of what is not known to take. */
    enum Luck {
        BAD,
        EVEN,
        GOOD
    }

    /**
     * Replicas of ours kept busy.
     *
     * @param load replicas that the whole network's demand would keep busy
     * @param replicas ours
     */
    double busy(double load, long replicas, Luck luck) {
        if (live) {
            return hunted(load, replicas, luck);
        }
        double busy = drawn(onChain * load, replicas, luck) + hunted((1 - onChain) * load, replicas, luck);
        return Math.min((double) replicas, busy);
    }

    /** On-chain batch: our share of the load, and what overflows from rivals that are all busy. */
    private double drawn(double load, long replicas, Luck luck) {
        if (luck == Luck.EVEN) {
            return (drawn(load, replicas, Luck.BAD) + drawn(load, replicas, Luck.GOOD)) / 2;
        }
        double part = luck == Luck.BAD ? share.low() : share.high();
        double theirs = (1 - part) * load;
        double ours = part * load + theirs * Erlang.blocked(rivalReplicas, theirs);
        return Erlang.carried(replicas, ours);
    }

    /** Off-chain batch and live video: asked in a fixed order, where our place is not known. */
    private double hunted(double load, long replicas, Luck luck) {
        if (luck == Luck.GOOD || rivals == 0) {
            return behind(0, load, replicas);
        }
        if (luck == Luck.BAD) {
            return behind(rivalReplicas, load, replicas);
        }
        double sum = 0;
        for (int ahead = 0; ahead <= rivals; ahead++) {
            sum += behind(Math.round((double) rivalReplicas * ahead / rivals), load, replicas);
        }
        return sum / (rivals + 1);
    }

    /** {@code load * (B(ahead) - B(ahead + replicas))}: what passes those ahead and does not pass us. */
    private static double behind(long ahead, double load, long replicas) {
        return load * (Erlang.blocked(ahead, load) - Erlang.blocked(ahead + replicas, load));
    }
}
