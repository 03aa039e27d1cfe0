package org.warmplan.replay.market;

import java.util.Arrays;

/**
 * A gateway's sessions with the nodes that have one workload warm, or cold (go-livepeer {@code server/ai_session.go:27-186}
 * and {@code server/selection.go:93-315} at 176aa415). A session that is chosen leaves the idle ones until all its requests
 * are through; when none is idle, one of those in use is chosen at random. Sessions go by the seller's place in the list of
 * {@link Sellers}.
 */
final class Pool {
    private final Sellers sellers;
    private final Rule rule;
    private final double cap;
    private final double[] rank;
    private final int[] inFlight;
    private final int[] generation;
    private final boolean[] known;
    private final boolean[] heard;
    private final int[] idle;
    private final int[] busy;
    private int idleCount;
    private int busyCount;
    /* What one draw works with. */
    private final int[] addresses;
    private final double[] prices;
    private final boolean[] met;

    /** How the next session is chosen among the idle ones. */
    enum Rule {
        /** By stake and at random among addresses under the price cap. */
        STAKE,
        /** The first in rank. */
        FIRST,
        /** The first in rank under the price cap. */
        FIRST_UNDER_CAP
    }

    Pool(Sellers sellers, Rule rule, double cap) {
        this.sellers = sellers;
        this.rule = rule;
        this.cap = cap;
        int size = sellers.size();
        rank = new double[size];
        inFlight = new int[size];
        generation = new int[size];
        known = new boolean[size];
        heard = new boolean[size];
        idle = new int[size];
        busy = new int[size];
        addresses = new int[size];
        prices = new double[sellers.owners()];
        met = new boolean[sellers.owners()];
    }

    /** Sessions, idle and in use. */
    int size() {
        return idleCount + busyCount;
    }

    /** Which of the sessions with a seller it is; one that was removed and added again is another. */
    int generation(int seller) {
        return generation[seller];
    }

    /** Takes in a session that discovery found. Its rank counts only where it is not known yet. */
    void add(int seller, double newRank) {
        heard[seller] = true;
        if (!known[seller]) {
            known[seller] = true;
            inFlight[seller] = 0;
            generation[seller]++;
            rank[seller] = newRank;
            insert(seller);
        }
    }

    /** Sets the rank of a session found again, which is sorted in at once. */
    void rerank(int seller, double newRank) {
        rank[seller] = newRank;
        if (known[seller] && take(idle, idleCount, seller)) {
            idleCount--;
            insert(seller);
        }
    }

    /** Drops what discovery did not find since the last call, as gateways do for live video only. */
    void clearUnheard() {
        for (int seller = 0; seller < known.length; seller++) {
            if (known[seller] && !heard[seller]) {
                forget(seller);
            }
        }
        forgetHeard();
    }

    /** Ends a discovery that keeps what it did not find. */
    void forgetHeard() {
        Arrays.fill(heard, false);
    }

    /**
     * Chooses a session, or -1.
     *
     * @param luck from 0 to 1: which idle one
     * @param otherLuck from 0 to 1: which one in use when none is idle
     */
    int select(double luck, double otherLuck) {
        int seller = idleCount == 0 ? -1 : choose(luck);
        if (seller >= 0) {
            take(idle, idleCount--, seller);
            busy[busyCount++] = seller;
        } else if (busyCount > 0) {
            seller = busy[(int) (otherLuck * busyCount)];
        } else {
            return -1;
        }
        inFlight[seller]++;
        return seller;
    }

    /** Ends a request of a session; the last one makes it idle again. */
    void complete(int seller, int ofGeneration) {
        if (!known[seller] || generation[seller] != ofGeneration) {
            return;
        }
        if (--inFlight[seller] <= 0) {
            inFlight[seller] = 0;
            if (take(busy, busyCount, seller)) {
                busyCount--;
            }
            insert(seller);
        }
    }

    /** Ranks a session by its last request; counts once it is idle again. */
    void score(int seller, int ofGeneration, double newRank) {
        if (known[seller] && generation[seller] == ofGeneration) {
            rank[seller] = newRank;
        }
    }

    /** Drops the session with a seller, whatever requests it still has. */
    void forget(int seller) {
        if (!known[seller]) {
            return;
        }
        known[seller] = false;
        if (take(idle, idleCount, seller)) {
            idleCount--;
        } else if (take(busy, busyCount, seller)) {
            busyCount--;
        }
    }

    private int choose(double luck) {
        if (rule == Rule.FIRST) {
            return idle[0];
        }
        int count = underCap();
        if (count == 0) {
            return -1;
        }
        int owner = rule == Rule.STAKE ? drawn(count, luck) : addresses[0];
        for (int i = 0; i < idleCount; i++) {
            if (sellers.owner(idle[i]) == owner) {
                return idle[i];
            }
        }
        throw new IllegalStateException("An address without a session was drawn.");
    }

    /** Puts the addresses of idle sessions that ask no more than the cap first into {@code addresses}. */
    private int underCap() {
        int count = 0;
        for (int i = 0; i < idleCount; i++) {
            int owner = sellers.owner(idle[i]);
            if (!met[owner]) {
                met[owner] = true;
                addresses[count++] = owner;
            }
            // Of several nodes of an address the last one's price stands for all.
            prices[owner] = sellers.advertised(idle[i]);
        }
        int under = 0;
        for (int i = 0; i < count; i++) {
            met[addresses[i]] = false;
            if (prices[addresses[i]] <= cap) {
                addresses[under++] = addresses[i];
            }
        }
        return under;
    }

    private int drawn(int count, double luck) {
        double stakes = 0;
        for (int i = 0; i < count; i++) {
            stakes += sellers.stake(addresses[i]);
        }
        if (stakes <= 0) {
            return addresses[(int) (luck * count)];
        }
        double left = luck;
        for (int i = 0; i < count - 1; i++) {
            left -= Sellers.STAKE_WEIGHT * sellers.stake(addresses[i]) / stakes + Sellers.RANDOM_WEIGHT / count;
            if (left <= 0) {
                return addresses[i];
            }
        }
        return addresses[count - 1];
    }

    private void insert(int seller) {
        int hole = idleCount++;
        while (hole > 0 && rank[seller] < rank[idle[hole - 1]]) {
            idle[hole] = idle[hole - 1];
            hole--;
        }
        idle[hole] = seller;
    }

    /** Takes an entry out of the first {@code count} and keeps the order of the others. */
    private static boolean take(int[] list, int count, int entry) {
        for (int i = 0; i < count; i++) {
            if (list[i] == entry) {
                System.arraycopy(list, i + 1, list, i, count - i - 1);
                return true;
            }
        }
        return false;
    }
}
