package org.warmplan.demand.share;

/** How many of its sessions a gateway has idle, which is what it chooses from. */
abstract class IdleSessions {
    final Cast cast;
    /* By state: the chance that a gateway has a session with the seller idle, its idle ones, the part of them not full. */
    private final double[] spread;
    private final double[] random;
    private final double[] open;
    private final double[] notFull;

    IdleSessions(Cast cast, int gateways) {
        this.cast = cast;
        spread = new double[cast.states];
        random = new double[cast.states];
        open = new double[cast.states];
        notFull = new double[cast.states];
        for (int i = 0; i < cast.size; i++) {
            for (int x = 0; x <= cast.full[i]; x++) {
                int at = cast.first[i] + x;
                spread[at] = spread(x, cast.nodes[i], gateways);
                double one = Math.pow(1 - 1.0 / gateways, (double) x / cast.nodes[i]);
                random[at] = gateways == 1 ? spread[at] : 1 - Math.pow(1 - one, cast.nodes[i]);
                open[at] = Math.max(1, cast.nodes[i] - (double) x / gateways);
                notFull[at] = notFull(x, cast.nodes[i], cast.containers[i], gateways);
            }
        }
    }

    static IdleSessions of(Cast cast, int gateways, Occupancy occupancy) {
        return gateways == 1 ? new OneGateway(cast, occupancy) : new SeveralGateways(cast, gateways);
    }

    /**
     * The chance that a gateway has a session with the seller idle.
     *
     * @param doubled part of the requests that went to sessions already in use
     */
    double idle(int seller, int busy, double doubled) {
        int at = cast.first[seller] + busy;
        return spread[at] + doubled * (random[at] - spread[at]);
    }

    /** Sessions with the seller that are idle when any is. */
    double open(int seller, int busy) {
        return open[cast.first[seller] + busy];
    }

    /** The part of the idle sessions that are not full with others' requests. */
    double notFull(int seller, int busy) {
        return notFull[cast.first[seller] + busy];
    }

    /** The chance that no session is idle and not full; worked out before {@link #several}. */
    abstract double none(int under, double idle, double ready, double unheld);

    /** How many sellers a request finds idle and not full, when it finds any, weighed by that number. */
    abstract double several();

    /** Takes in new chances with so many requests under way. */
    abstract void settle(int under, int most, double load, Choice choice);

    /** No gateway has two requests on one session: the chance that not all of a gateway's sessions are among those. */
    private static double spread(int busy, int nodes, int gateways) {
        if (busy < nodes) {
            return 1;
        }
        if (busy >= gateways * nodes) {
            return 0;
        }
        double all = 1;
        for (int k = 0; k < nodes; k++) {
            all *= (double) (busy - k) / (gateways * nodes - k);
        }
        return 1 - all;
    }

    private static double notFull(int busy, int nodes, int containers, int gateways) {
        double others = busy * (1 - 1.0 / gateways);
        double idle = nodes - (double) busy / gateways;
        if (idle <= 0) {
            return 1;
        }
        double full = containers == 1 ? others : nodes * Math.pow(others / (nodes * containers), containers);
        return Math.max(0.02, Math.min(1, 1 - full / idle));
    }
}
