package org.warmplan.demand.share;

import java.util.Arrays;

/**
 * Whom a request gets that comes when so many others are under way, worked out from the chances of each seller then. It
 * draws among the sessions its gateway has idle until one is not full; with none left, among those in use.
 */
final class Choice {
    /** Tries of one request (go-livepeer {@code server/ai_process.go:43} at 176aa415). */
    private static final int TRIES = 20;

    private static final double NEVER = 1e-12;

    private final Cast cast;
    private final Gateways gateways;
    private final Occupancy occupancy;
    private final Clocks clocks;
    private final IdleSessions idleSessions;
    /** By seller: how often its sessions come first at an off-chain gateway, as a weight. */
    private double[] odds = new double[0];
    /* By number under way, and by that and seller. */
    private final double[] accepted;
    private final double[] doubled;
    private final double[] byChoice;
    private final double[] byOverflow;
    private final double[] refused;
    /* By seller, for one number under way: the chance to be idle, idle and not full, not full. */
    private final double[] idle;
    private final double[] ready;
    private final double[] free;
    private final double[] sessions;
    private final double[] ease;
    private final double[] drawn;

    Choice(Cast cast, Gateways gateways, Occupancy occupancy, IdleSessions idleSessions) {
        this.cast = cast;
        this.gateways = gateways;
        this.occupancy = occupancy;
        this.idleSessions = idleSessions;
        clocks = new Clocks(cast.stake);
        accepted = new double[cast.capacity + 1];
        Arrays.fill(accepted, 0, cast.capacity, 1);
        doubled = new double[cast.capacity + 1];
        byChoice = new double[(cast.capacity + 1) * cast.size];
        byOverflow = new double[byChoice.length];
        refused = new double[byChoice.length];
        idle = new double[cast.size];
        ready = new double[cast.size];
        free = new double[cast.size];
        sessions = new double[cast.size];
        ease = new double[cast.size];
        drawn = new double[cast.size];
    }

    /** Takes in how much is asked for, which off-chain gateways' order depends on. */
    void prepare(double load) {
        odds = Records.odds(cast.speed, cast.nodes, load / cast.power);
    }

    /** The chance that a request is served at all. */
    double accepted(int under) {
        return accepted[under];
    }

    /** The chance that a request that is served goes to a seller which has {@code busy} containers in use. */
    double chosen(int under, int seller, int busy) {
        if (busy == cast.full[seller]) {
            return 0;
        }
        double open = idleSessions.idle(seller, busy, doubled[under]) * (1 - occupancy.heldBack(under, seller, busy));
        int at = under * cast.size + seller;
        return Math.min(1, open * byChoice[at] + (1 - open) * byOverflow[at]);
    }

    /** The same when its session is in use. */
    double overflow(int under, int seller, int busy) {
        return busy == cast.full[seller] ? 0 : Math.min(1, byOverflow[under * cast.size + seller]);
    }

    /** The chance that a seller that is full refuses a request that somebody else serves. */
    double refused(int under, int seller) {
        return refused[under * cast.size + seller];
    }

    /** Works it out anew for {@code under} requests under way. */
    void look(int under) {
        double allReady = 0;
        double allIdle = 0;
        double unheld = 0;
        for (int i = 0; i < cast.size; i++) {
            unheld += look(under, i);
            allReady += ready[i];
            allIdle += idle[i];
        }
        double none = idleSessions.none(under, allIdle, allReady, unheld);
        choose(under, allReady, none);
        overflow(under, none);
    }

    private double look(int under, int i) {
        idle[i] = 0;
        ready[i] = 0;
        free[i] = 0;
        sessions[i] = 0;
        ease[i] = 0;
        double unheld = 0;
        for (int x = 0; x <= cast.full[i]; x++) {
            double chance = occupancy.chance(under, i, x);
            double open = chance * idleSessions.idle(i, x, doubled[under]);
            double here = open * (1 - occupancy.heldBack(under, i, x));
            idle[i] += here;
            if (x < cast.full[i]) {
                unheld += open;
                ready[i] += here;
                free[i] += chance;
                sessions[i] += here * idleSessions.open(i, x);
                ease[i] += here * idleSessions.notFull(i, x);
            }
        }
        sessions[i] = ready[i] > NEVER ? sessions[i] / ready[i] : 1;
        // A draw that meets a full session of a seller with several is often followed by one of its others.
        ease[i] = ready[i] > NEVER && cast.nodes[i] > 1 ? Math.sqrt(ease[i] / ready[i]) : 1;
        return unheld;
    }

    /** Shares among idle sessions: by stake, evenly by address, and in order at off-chain gateways. */
    private void choose(int under, double allReady, double none) {
        double byStake = gateways.onChain() * gateways.stakeWeight();
        if (byStake > 0) {
            if (gateways.count() == 1) {
                clocks.drawnOf(idleSessions.several(), ready, allReady, drawn);
            } else {
                clocks.drawn(ready, ease, drawn);
            }
        }
        double stakes = 0;
        double addresses = 0;
        double ordered = 0;
        for (int i = 0; i < cast.size; i++) {
            stakes += ready[i] * drawn[i];
            addresses += ready[i] * ease[i];
            ordered += ready[i] * order(i);
        }
        double some = 1 - none;
        double even = gateways.onChain() - byStake;
        double offChain = 1 - gateways.onChain();
        for (int i = 0; i < cast.size; i++) {
            int at = under * cast.size + i;
            byChoice[at] = some
                    * (part(byStake * drawn[i], stakes)
                            + part(even * ease[i], addresses)
                            + part(offChain * order(i), ordered));
            refused[at] = Math.min(
                    1,
                    byStake * Math.min(1, drawn[i])
                            + even / (1 + allReady - ready[i])
                            + offChain * order(i) / Math.max(NEVER, order(i) * (1 - ready[i]) + ordered));
        }
    }

    private double order(int i) {
        return sessions[i] * ease[i] * ease[i] * odds[i];
    }

    private static double part(double one, double all) {
        return all > NEVER ? one / all : 0;
    }

    /** What happens when a gateway has no idle session that is not full: it tries those in use at random. */
    private void overflow(int under, double none) {
        double open = 0;
        double others = 0;
        double takers = 0;
        for (int i = 0; i < cast.size; i++) {
            open += cast.nodes[i] * free[i];
            others += cast.nodes[i] * taker(i);
        }
        for (int i = 0; i < cast.size; i++) {
            byOverflow[under * cast.size + i] = cast.nodes[i]
                    / ((cast.nodes[i] + others - cast.nodes[i] * taker(i)) * Math.max(1e-9, 1 - ready[i]));
            takers += (free[i] - ready[i]) * byOverflow[under * cast.size + i];
        }
        double found = 1 - power(1 - Math.min(1, open / cast.sessions), TRIES);
        accepted[under] = 1 - none + none * found;
        doubled[under] = none * found / accepted[under];
        for (int i = 0; i < cast.size; i++) {
            int at = under * cast.size + i;
            byChoice[at] /= accepted[under];
            byOverflow[at] *= takers > NEVER ? none * found / (takers * accepted[under]) : 0;
            double full = occupancy.chance(under, i, cast.full[i]);
            double met = full > NEVER ? Math.min(1, (idle[i] - ready[i]) / full) : 0;
            double late = Math.min(1, none / Math.max(1e-9, 1 - idle[i])) / (1 + others);
            refused[at] = full > NEVER ? Math.min(1, met * refused[at] + (1 - met) * late) : 0;
        }
    }

    private double taker(int i) {
        return (free[i] - ready[i]) / Math.max(1e-9, 1 - ready[i]);
    }

    private static double power(double base, int exponent) {
        return base <= 0 ? 0 : Math.pow(base, exponent);
    }
}
