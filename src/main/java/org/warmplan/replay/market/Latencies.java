package org.warmplan.replay.market;

/** Round trips of one gateway. */
final class Latencies {
    private static final double LEAST = 0.8;
    private static final double RANGE = 0.4;
    private static final double MOMENT = 60;

    private final long key;
    private final double[] seconds;

    /**
     * @param key the key of what a round trip measures on top of its mean; 0 for nothing
     */
    Latencies(MarketGateway gateway, long key) {
        this.key = key;
        this.seconds = gateway.latencySeconds().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    int nodes() {
        return seconds.length;
    }

    /** Mean round trip to a node. */
    double mean(int node) {
        return seconds[node];
    }

    /** What discovery measures now: within a fifth of the mean, the same for a minute. */
    double measured(int node, double now) {
        if (key == 0) {
            return seconds[node];
        }
        long moment = Luck.key(key, (long) Math.floor(now / MOMENT));
        return seconds[node] * (LEAST + RANGE * Luck.uniform(moment, node));
    }
}
