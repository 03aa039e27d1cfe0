package org.warmplan.demand.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.SharePolicy;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;

/**
 * The part of the network's requests that some orchestrators are thought to get together. All that evidence knows of how
 * gateways choose is here.
 */
final class ShareOf {
    /** How many times more or less than its containers say an orchestrator may get of live streams. */
    private static final double LIVE_RANGE = 3;

    /** How many times an even part an orchestrator of unknown stake may get. */
    private static final double UNKNOWN_RANGE = 2;

    private final SharePolicy policy;

    ShareOf(SharePolicy policy) {
        this.policy = policy;
    }

    /**
     * A part that is not known exactly: under {@code low} or above {@code high} one time in ten each.
     *
     * @param low at least 0, at most {@code mid}
     * @param mid above 0
     * @param high at most 1, at least {@code mid}
     */
    record Part(double low, double mid, double high) {
        static final Part ALL = new Part(1, 1, 1);

        Part {
            mid = Math.min(1, Math.max(mid, 1e-9));
            low = Math.min(mid, Math.max(0, low));
            high = Math.max(mid, Math.min(1, high));
        }

        /** Standard deviation of its logarithm. */
        double spread() {
            return Spread.ofRange(low, high);
        }
    }

    /**
     * Of batch requests while few of them are busy. On-chain gateways draw by stake and chance; off-chain ones all go to
     * the same few, which may be these or others.
     *
     * @param warm each address that has it warm, once
     * @param of which of them are meant; those that are not warm get nothing
     */
    Part ofBatch(List<Supply.Rival> warm, Set<Address> of) {
        Sum those = new Sum();
        Sum others = new Sum();
        Map<Object, SharePolicy.Share> byStake = new HashMap<>();
        List<@Nullable BigDecimal> stakes = new ArrayList<>();
        warm.forEach(rival -> stakes.add(rival.stake()));
        for (Supply.Rival rival : warm) {
            BigDecimal stake = rival.stake();
            SharePolicy.Share share =
                    byStake.computeIfAbsent(stake == null ? Set.of() : stake, key -> share(stake, stakes));
            (of.contains(rival.address()) ? those : others).add(share);
        }
        if (those.count == 0) {
            return new Part(0, 0, 0);
        }
        if (others.count == 0) {
            return Part.ALL;
        }
        double onChain = policy.onChain();
        double even = (double) those.count / warm.size();
        // All parts together are one, and what the others get at least these do not get. The policy's high end of an
        // unknown stake is an even part, which is no end: it may be a large one.
        return new Part(
                onChain * those.low,
                onChain * those.mid / (those.mid + others.mid) + (1 - onChain) * even,
                onChain * Math.min(1 - others.low, UNKNOWN_RANGE * those.high) + 1 - onChain);
    }

    /** Of live streams, which go to whoever answers first: by containers, for want of anything better. */
    Part ofLive(List<Supply.Rival> warm, Set<Address> of) {
        double all = 0;
        double those = 0;
        for (Supply.Rival rival : warm) {
            all += rival.replicas();
            those += of.contains(rival.address()) ? rival.replicas() : 0;
        }
        double part = all > 0 ? those / all : 0;
        return part == 1 ? Part.ALL : new Part(part / LIVE_RANGE, part, part * LIVE_RANGE);
    }

    private SharePolicy.Share share(@Nullable BigDecimal own, List<@Nullable BigDecimal> all) {
        List<@Nullable BigDecimal> others = new ArrayList<>(all);
        others.remove(own);
        return policy.share(own, others);
    }

    private static final class Sum {
        private int count;
        private double low;
        private double mid;
        private double high;

        void add(SharePolicy.Share share) {
            count++;
            low += share.low();
            mid += share.mid();
            high += share.high();
        }
    }
}
