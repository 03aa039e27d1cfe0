package org.warmplan.demand.share;

/**
 * Idle sessions of a single gateway: all requests under way are its own, so the number of sessions in use is known but for
 * those with several requests, which come about only when all sessions are in use.
 */
final class OneGateway extends IdleSessions {
    private final Occupancy occupancy;
    /* By number under way and sessions in use. */
    private final double[] inUse;
    private final double[] fresh;
    private double several;

    OneGateway(Cast cast, Occupancy occupancy) {
        super(cast, 1);
        this.occupancy = occupancy;
        inUse = new double[(cast.capacity + 1) * (cast.sessions + 1)];
        fresh = new double[cast.sessions + 1];
        for (int under = 0; under <= cast.capacity; under++) {
            inUse[at(under, Math.min(under, cast.sessions))] = 1;
        }
    }

    private int at(int under, int used) {
        return under * (cast.sessions + 1) + used;
    }

    @Override
    double none(int under, double idle, double ready, double unheld) {
        double held = unheld > 1e-12 ? Math.max(0, 1 - ready / unheld) : 0;
        double scale = scale(under, unheld);
        double none = 0;
        double mean = 0;
        double square = 0;
        for (int used = 0; used <= cast.sessions; used++) {
            double sellers = used == cast.sessions ? 0 : sellers(cast.sessions - used, scale);
            double chance = inUse[at(under, used)];
            none += chance * (sellers == 0 ? 1 : held == 0 ? 0 : Math.pow(held, sellers));
            mean += chance * sellers;
            square += chance * sellers * sellers;
        }
        several = mean > 1e-12 ? 1 + (square / mean - 1) * (1 - held) : 1;
        return none;
    }

    @Override
    double several() {
        return several;
    }

    /** Sellers with an idle session, when so many sessions are idle. */
    private double sellers(int sessions, double scale) {
        return cast.sessions == cast.size
                ? sessions
                : Math.max(1, Math.min(Math.min(cast.size, sessions), 1 + scale * (spread(sessions) - 1)));
    }

    private double spread(int sessions) {
        double part = (double) sessions / cast.sessions;
        double sum = 0;
        for (int i = 0; i < cast.size; i++) {
            sum += cast.nodes[i] == 1 ? part : 1 - Math.pow(1 - part, cast.nodes[i]);
        }
        return Math.max(1, Math.min(sum, Math.min(cast.size, sessions)));
    }

    /** Brings the number of sellers in line with what their own chances say. */
    private double scale(int under, double idle) {
        if (cast.sessions == cast.size) {
            return 1;
        }
        double mean = 0;
        for (int used = 0; used < cast.sessions; used++) {
            mean += inUse[at(under, used)] * spread(cast.sessions - used);
        }
        double some = 1 - inUse[at(under, cast.sessions)];
        return mean - some > 1e-9 ? Math.max(0, Math.min(3, (idle - some) / (mean - some))) : 1;
    }

    @Override
    void settle(int under, int most, double load, Choice choice) {
        boolean above = under < most;
        double up = above ? load * choice.accepted(under) : 0;
        double down = occupancy.served(under);
        double stacked = above ? stacked(under + 1) : 1;
        double sum = 0;
        for (int used = 0; used <= cast.sessions; used++) {
            double in = 0;
            if (under > 0) {
                in += used > 0 ? down * inUse[at(under - 1, used - 1)] : 0;
                in += used == cast.sessions ? down * inUse[at(under - 1, used)] : 0;
            }
            if (above) {
                in += up * (1 - alone(used, under + 1, stacked)) * inUse[at(under + 1, used)];
                in += used < cast.sessions
                        ? up * alone(used + 1, under + 1, stacked) * inUse[at(under + 1, used + 1)]
                        : 0;
            }
            fresh[used] = in;
            sum += in;
        }
        for (int used = 0; used <= cast.sessions; used++) {
            inUse[at(under, used)] = sum > 0 ? fresh[used] / sum : 0;
        }
    }

    /** The chance that the next request to end is the only one of its session. */
    private static double alone(int used, int under, double stacked) {
        return used > under || used == 0 ? 0 : Math.max(0, Math.min(1, (used - stacked * (under - used)) / under));
    }

    /** Sessions with several requests, for every request that is not the first of its session. */
    private double stacked(int under) {
        double several = 0;
        double more = 0;
        for (int i = 0; i < cast.size; i++) {
            for (int x = cast.nodes[i] + 1; x <= cast.full[i]; x++) {
                double chance = occupancy.chance(under, i, x);
                more += chance * (x - cast.nodes[i]);
                several += chance * Math.min(cast.nodes[i], x - cast.nodes[i]);
            }
        }
        return more > 1e-12 ? several / more : 1;
    }
}
