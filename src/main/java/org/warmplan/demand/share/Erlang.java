package org.warmplan.demand.share;

/** Erlang's loss formula: requests come at random to servers that take one each and turn the rest away. */
public final class Erlang {
    private Erlang() {}

    /**
     * B(servers, load): the part of requests that finds every server busy.
     *
     * @param servers at least 0; without servers every request is lost
     * @param load mean number of busy servers if there were enough of them, at least 0
     */
    public static double blocked(long servers, double load) {
        double blocked = 1;
        for (long k = 1; k <= servers && blocked > 0; k++) {
            blocked = load * blocked / (k + load * blocked);
        }
        return blocked;
    }

    /** Mean number of busy servers: the load that is not lost. Concave in the number of servers. */
    public static double carried(long servers, double load) {
        return load * (1 - blocked(servers, load));
    }
}
