package org.warmplan.replay.market;

/** All gateways: what each has found for each workload, and whom it chooses. */
final class Buyers {
    private final Cast cast;
    private final Nodes nodes;
    private final Sellers[] sellers;
    private final Latencies[] latencies;
    private final Selector[] selectors;

    /** @param key the key of what round trips measure; 0 when they always measure their mean */
    Buyers(Cast cast, Standing before, Standing now, Nodes nodes, long key) {
        this.cast = cast;
        this.nodes = nodes;
        sellers = new Sellers[cast.workloads().size()];
        for (int w = 0; w < sellers.length; w++) {
            sellers[w] = Sellers.of(cast, before, now, w);
        }
        latencies = new Latencies[cast.gateways().size()];
        for (int g = 0; g < latencies.length; g++) {
            latencies[g] = new Latencies(cast.gateways().get(g), key == 0 ? 0 : Luck.key(key, g));
        }
        selectors = new Selector[latencies.length * sellers.length];
    }

    /** The number of a request's selector. */
    int index(Calls calls, int row) {
        return calls.gateway[row] * sellers.length + calls.workload[row];
    }

    Selector selector(int index) {
        return selectors[index];
    }

    /** The selector of a request; made when it is the first of its kind. */
    Selector selector(Calls calls, int row) {
        int index = index(calls, row);
        if (selectors[index] == null) {
            int workload = calls.workload[row];
            int gateway = calls.gateway[row];
            selectors[index] = new Selector(cast, gateway, workload, sellers[workload], nodes, latencies[gateway]);
        }
        return selectors[index];
    }

    /** Mean round trip to the node that was chosen for a request. */
    double latency(Calls calls, int row) {
        return latencies[calls.gateway[row]].mean(calls.node[row]);
    }

    /**
     * Chooses a session for a request: of the warm ones, and only where they give none, of the cold ones. False when
     * there is none at all.
     *
     * @param first which idle one, from 0 to 1
     * @param second which one in use where none is idle, from 0 to 1
     */
    boolean choose(Calls calls, int row, double first, double second) {
        Selector selector = selector(calls, row);
        boolean warm = true;
        int seller = selector.pool(true).select(first, second);
        if (seller < 0) {
            warm = false;
            seller = selector.pool(false).select(first, second);
        }
        if (seller < 0) {
            return false;
        }
        calls.seller[row] = seller;
        calls.warm[row] = warm;
        calls.generation[row] = selector.pool(warm).generation(seller);
        calls.node[row] = sellers[calls.workload[row]].node(seller);
        return true;
    }

    /** Gives back the session that served a request. */
    void complete(Calls calls, int row) {
        selector(calls, row).pool(calls.warm[row]).complete(calls.seller[row], calls.generation[row]);
    }

    /** Ranks the session that served a request by how long that took per unit. */
    void score(Calls calls, int row, double seconds) {
        selector(calls, row)
                .pool(calls.warm[row])
                .score(calls.seller[row], calls.generation[row], seconds / calls.units[row]);
    }

    /** Gives back the sessions that refused a request. */
    void letGo(Calls calls, int row) {
        Selector selector = selector(calls, row);
        int[] held = calls.held[row];
        for (int at = 0; at < 3 * calls.heldCount[row]; at += 3) {
            selector.pool(held[at + 2] == 1).complete(held[at], held[at + 1]);
        }
    }
}
