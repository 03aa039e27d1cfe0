package org.warmplan.replay.market;

import java.util.Arrays;

/**
 * The workers of all nodes: containers on cards, what is admitted, and what a cold load does to everybody else.
 *
 * <p>Rules from go-livepeer at 176aa415: one request per container ({@code ai/worker/docker.go:255-264}); batch jobs are
 * admitted up to the advertised capacity ({@code core/ai.go:198-220}), or up to the worker's own on a split node
 * ({@code core/ai_orchestrator.go:186-201}); live video where a container of it is idle or a card can be had
 * ({@code docker.go}, {@code HasCapacity}); a card can be had when it is empty or holds an idle container that is not kept
 * warm ({@code :536-558}); a model is loaded under the lock that every borrower needs ({@code :223-249}).
 */
final class Nodes {
    /** The answer "insufficient capacity". */
    static final int REFUSED = -1;

    /** Any other error, or nobody answers. */
    static final int ERROR = -2;

    static final int NOT_LISTED = 0;
    static final int COLD = 1;
    static final int WARM = 2;

    private final int workloads;
    private final boolean[] live;
    private final Cast cast;
    private final boolean[] split;
    private final int[] firstCard;
    private final long[] room;
    private final double[] speed;
    private final int[] holds;
    private final boolean[] keptWarm;
    private final boolean[] busy;
    private final double[] blockedUntil;
    private final boolean[] down;
    /* By node and workload. */
    private final byte[] listed;
    private final int[] limit;
    private final int[] taken;
    private final long[] released;
    private final int[][] idle;
    private final int[] idleCount;
    private double readyAt;

    /**
     * @param released by node and workload: jobs since its last restart
     */
    Nodes(Cast cast, long[] released) {
        this.cast = cast;
        workloads = cast.workloads().size();
        live = new boolean[workloads];
        for (int w = 0; w < workloads; w++) {
            live[w] = cast.workloads().get(w).isLive();
        }
        int nodes = cast.nodes().size();
        split = new boolean[nodes];
        firstCard = new int[nodes + 1];
        for (int n = 0; n < nodes; n++) {
            split[n] = cast.nodes().get(n).split();
            firstCard[n + 1] = firstCard[n] + cast.nodes().get(n).cards().size();
        }
        int cards = firstCard[nodes];
        MarketCard[] all =
                cast.nodes().stream().flatMap(node -> node.cards().stream()).toArray(MarketCard[]::new);
        room = Arrays.stream(all).mapToLong(MarketCard::totalMib).toArray();
        speed = Arrays.stream(all).mapToDouble(MarketCard::speed).toArray();
        holds = new int[cards];
        keptWarm = new boolean[cards];
        busy = new boolean[cards];
        blockedUntil = new double[nodes];
        down = new boolean[nodes];
        listed = new byte[nodes * workloads];
        limit = new int[nodes * workloads];
        taken = new int[nodes * workloads];
        this.released = released;
        idle = new int[nodes * workloads][];
        idleCount = new int[nodes * workloads];
    }

    /** Lets a node begin with a set, all warm models loaded and nobody served. */
    void begin(int node, WarmSet set) {
        for (int key = key(node, 0); key < key(node + 1, 0); key++) {
            listed[key] = NOT_LISTED;
            limit[key] = 0;
            taken[key] = 0;
            idleCount[key] = 0;
        }
        for (int workload : set.cold()) {
            listed[key(node, workload)] = COLD;
            limit[key(node, workload)] = 1;
        }
        for (int card = firstCard[node]; card < firstCard[node + 1]; card++) {
            int workload = set.byCard().get(card - firstCard[node]);
            holds[card] = workload;
            busy[card] = false;
            keptWarm[card] = workload != WarmSet.NONE;
            if (workload != WarmSet.NONE) {
                listed[key(node, workload)] = WARM;
                limit[key(node, workload)]++;
                makeIdle(node, workload, card);
            }
        }
        blockedUntil[node] = Double.NEGATIVE_INFINITY;
    }

    /** Takes a node off the network. */
    void takeDown(int node) {
        down[node] = true;
    }

    /** Forgets what a node released before it restarted. */
    void restartCounters(int node) {
        Arrays.fill(released, node * workloads, (node + 1) * workloads, 0);
    }

    void bringUp(int node) {
        down[node] = false;
    }

    boolean isDown(int node) {
        return down[node];
    }

    /** How a gateway that asks around finds a workload on a node: {@link #NOT_LISTED}, {@link #COLD}, {@link #WARM}. */
    int listed(int node, int workload) {
        if (down[node]) {
            return NOT_LISTED;
        }
        int kind = listed[key(node, workload)];
        // Live video without capacity is not answered for (server/rpc.go:544-568).
        return kind != NOT_LISTED && live[workload] && !hasLiveCapacity(node, workload) ? NOT_LISTED : kind;
    }

    private boolean hasLiveCapacity(int node, int workload) {
        return !split[node] && (idleCount[key(node, workload)] > 0 || findCard(node) >= 0);
    }

    /**
     * Asks a node to serve a request.
     *
     * @param luck from 0 to 1: which of the idle containers
     * @return the container that does, {@link #REFUSED} or {@link #ERROR}; {@link #readyAt} says when it begins
     */
    int take(int node, int workload, double now, double luck) {
        int key = key(node, workload);
        if (down[node] || listed[key] == NOT_LISTED) {
            // A split orchestrator answers while its worker is away; an unlisted model cannot be reserved.
            return down[node] && !split[node] ? ERROR : REFUSED;
        }
        if (live[workload] ? split[node] : taken[key] >= limit[key]) {
            return REFUSED;
        }
        readyAt = Math.max(now, blockedUntil[node]);
        int card = idleCount[key] > 0 ? takeIdle(key, luck) : load(node, workload);
        if (card >= 0) {
            busy[card] = true;
            taken[key]++;
        }
        return card;
    }

    /** When the container last taken begins to serve. */
    double readyAt() {
        return readyAt;
    }

    /** Ends a request, well or not. */
    void release(int node, int workload, int card) {
        busy[card] = false;
        taken[key(node, workload)]--;
        released[key(node, workload)]++;
        makeIdle(node, workload, card);
    }

    double speed(int card) {
        return speed[card];
    }

    int inUse(int node, int workload) {
        return taken[key(node, workload)];
    }

    /** What {@link WeekLog#capacity} says. */
    int capacity(int node, int workload) {
        int key = key(node, workload);
        if (live[workload]) {
            return idleCount[key];
        }
        return split[node] ? (int) Math.min(Integer.MAX_VALUE, limit[key] + released[key]) : limit[key] - taken[key];
    }

    private int load(int node, int workload) {
        int card = findCard(node);
        if (card < 0) {
            return REFUSED;
        }
        evict(node, card);
        blockedUntil[node] = readyAt + cast.workloads().get(workload).loadSeconds();
        readyAt = blockedUntil[node];
        if (cast.workloads().get(workload).vramMib() > room[card]) {
            return ERROR;
        }
        holds[card] = workload;
        return card;
    }

    private int findCard(int node) {
        for (int card = firstCard[node]; card < firstCard[node + 1]; card++) {
            if (holds[card] == WarmSet.NONE) {
                return card;
            }
        }
        for (int card = firstCard[node]; card < firstCard[node + 1]; card++) {
            if (!keptWarm[card] && !busy[card]) {
                return card;
            }
        }
        return -1;
    }

    private void evict(int node, int card) {
        if (holds[card] == WarmSet.NONE) {
            return;
        }
        int key = key(node, holds[card]);
        int[] cards = idle[key];
        for (int i = 0; i < idleCount[key]; i++) {
            if (cards[i] == card) {
                cards[i] = cards[--idleCount[key]];
                break;
            }
        }
        holds[card] = WarmSet.NONE;
    }

    private int takeIdle(int key, double luck) {
        int[] cards = idle[key];
        int chosen = (int) (luck * idleCount[key]);
        int card = cards[chosen];
        cards[chosen] = cards[--idleCount[key]];
        return card;
    }

    private void makeIdle(int node, int workload, int card) {
        int key = key(node, workload);
        if (idle[key] == null) {
            idle[key] = new int[firstCard[node + 1] - firstCard[node]];
        }
        idle[key][idleCount[key]++] = card;
    }

    private int key(int node, int workload) {
        return node * workloads + workload;
    }
}
