package org.warmplan.replay.market;

import java.util.Arrays;

/**
 * How one gateway finds somebody for one workload (go-livepeer {@code server/ai_session.go:188-445} and
 * {@code server/suspensions.go} at 176aa415): a pool of those that have it warm, one of those that list it cold, asked only
 * when the first gives nothing; refreshed when it is old, or small, or empty.
 */
final class Selector {
    /** Seconds after which pools of batch jobs are refreshed ({@code server/mediaserver.go:66}). */
    static final double OLD = 600;

    /** Seconds between refreshes for live video ({@code ai_session.go:256}). */
    static final double LIVE_EVERY = 360;

    private static final int ENOUGH = 8;
    private static final int PENALTY = 3;
    private static final int LIVE_PENALTY = 5;
    private static final int ABSENT = Integer.MIN_VALUE;

    private final int workload;
    private final boolean live;
    private final Sellers sellers;
    private final Nodes nodes;
    private final Latencies latencies;
    private final Pool warm;
    private final Pool cold;
    private final int[] suspendedUntil;
    private int suspended;
    private int refreshes;
    private int firstSize;
    private double refreshedAt = Double.NEGATIVE_INFINITY;

    Selector(Cast cast, int gateway, int workload, Sellers sellers, Nodes nodes, Latencies latencies) {
        MarketGateway buyer = cast.gateways().get(gateway);
        this.workload = workload;
        this.live = cast.workloads().get(workload).isLive();
        this.sellers = sellers;
        this.nodes = nodes;
        this.latencies = latencies;
        Pool.Rule rule = Pool.Rule.FIRST;
        if (buyer.kind() == MarketGateway.Kind.ON_CHAIN) {
            rule = live ? Pool.Rule.FIRST_UNDER_CAP : Pool.Rule.STAKE;
        }
        double cap = buyer.maxWeiPerUnit().get(workload);
        warm = new Pool(sellers, rule, cap);
        cold = new Pool(sellers, rule, cap);
        suspendedUntil = new int[sellers.size()];
        Arrays.fill(suspendedUntil, ABSENT);
    }

    /** Whether discovery has found anybody yet: before that nothing is kept, and every request asks around. */
    boolean isMade() {
        return refreshedAt > Double.NEGATIVE_INFINITY;
    }

    /** Refreshes the pools where that is due before a choice. */
    void prepare(double now) {
        if (!isMade()) {
            refresh(now);
            return;
        }
        int size = warm.size() + cold.size();
        if (size == 0) {
            refreshes += live ? LIVE_PENALTY : PENALTY;
        }
        int half = (Math.min(latencies.nodes(), firstSize) + 1) / 2;
        if (live ? size == 0 : size < Math.min(ENOUGH, half) || now > refreshedAt + OLD) {
            refresh(now);
        }
    }

    /** The pool of the warm ones, or of the cold ones. */
    Pool pool(boolean isWarm) {
        return isWarm ? warm : cold;
    }

    /** Takes a seller out and suspends it: for batch jobs until the fourth refresh from now. */
    void remove(int seller, boolean isWarm) {
        suspend(seller, isWarm, live ? 0 : PENALTY);
    }

    /** Suspends a seller whose stream broke ({@code server/ai_live_video.go:201-223}). */
    void broke(int seller, boolean isWarm) {
        suspend(seller, isWarm, LIVE_PENALTY);
    }

    private void suspend(int seller, boolean isWarm, int penalty) {
        pool(isWarm).forget(seller);
        if (suspendedUntil[seller] == ABSENT) {
            suspended++;
        }
        suspendedUntil[seller] = refreshes + penalty;
    }

    private boolean isSuspended(int seller) {
        if (suspendedUntil[seller] != ABSENT && suspendedUntil[seller] < refreshes) {
            suspendedUntil[seller] = ABSENT;
            suspended--;
        }
        return suspendedUntil[seller] > 0;
    }

    /** Asks all nodes. Nothing changes when nobody at all answers for the workload. */
    void refresh(double now) {
        refreshes++;
        int found = 0;
        int answered = 0;
        for (int seller = 0; seller < sellers.size(); seller++) {
            int kind = nodes.listed(sellers.node(seller), workload);
            if (kind == Nodes.NOT_LISTED) {
                continue;
            }
            answered++;
            if (!isSuspended(seller)) {
                found++;
                take(seller, kind == Nodes.WARM ? warm : cold, now);
            }
        }
        if (live && answered > 0) {
            warm.clearUnheard();
            cold.clearUnheard();
        } else {
            warm.forgetHeard();
            cold.forgetHeard();
        }
        if (answered > 0) {
            firstSize = found + suspended;
            refreshedAt = now;
        }
    }

    private void take(int seller, Pool pool, double now) {
        if (live) {
            double latency = latencies.measured(sellers.node(seller), now);
            pool.add(seller, latency);
            pool.rerank(seller, latency);
        } else {
            pool.add(seller, 0);
        }
    }
}
