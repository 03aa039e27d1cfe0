package org.warmplan.demand;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.warmplan.files.Fields;

/**
 * How gateways choose among warm orchestrators: the section {@code share} of policy.yaml.
 *
 * @param onChain part of batch demand from on-chain gateways, 0 to 1; the rest takes who answered quickest last
 * @param stakeWeight part of an on-chain gateway's choice that follows stake
 * @param randomWeight part of it that is even; both together are 1
 * @param gateways that ask for one workload, each for the same part, 1 to 20
 * @param streamSeconds mean length of a live stream, from 1
 */
public record SharePolicy(double onChain, double stakeWeight, double randomWeight, int gateways, double streamSeconds) {
    /** How a single gateway chooses; what is asked for more than that does not matter while all are idle. */
    public SharePolicy(double onChain, double stakeWeight, double randomWeight) {
        this(onChain, stakeWeight, randomWeight, 1, 900);
    }

    /** Reads the section. */
    public static SharePolicy of(Fields share) {
        BigDecimal stake = share.number("stakeWeight", BigDecimal.ZERO, BigDecimal.ONE);
        BigDecimal random = share.number("randomWeight", BigDecimal.ZERO, BigDecimal.ONE);
        if (stake.add(random).compareTo(BigDecimal.ONE) != 0) {
            throw share.wrong(
                    "randomWeight",
                    "is %s and stakeWeight %s, which do not sum to 1".formatted(random, stake),
                    "one was changed without the other");
        }
        SharePolicy policy = new SharePolicy(
                share.number("onChain", BigDecimal.ZERO, BigDecimal.ONE).doubleValue(),
                stake.doubleValue(),
                random.doubleValue(),
                (int) share.integer("gateways", 1, 20),
                share.number("streamSeconds", BigDecimal.ONE, BigDecimal.valueOf(604_800))
                        .doubleValue());
        share.end();
        return policy;
    }

    /** The same with another part of batch demand from on-chain gateways, 0 to 1. */
    public SharePolicy withOnChain(double part) {
        return new SharePolicy(part, stakeWeight, randomWeight, gateways, streamSeconds);
    }

    /**
     * A part of demand, known between two ends.
     *
     * @param low at least 0
     * @param high at most 1, not under {@code low}
     */
    public record Share(double low, double high) {
        static Share between(double a, double b) {
            return new Share(Math.min(a, b), Math.max(a, b));
        }

        public double mid() {
            return (low + high) / 2;
        }
    }

    /**
     * The chance of one orchestrator to be drawn by an on-chain gateway while all are idle: {@code stakeWeight *
     * stake / sum + randomWeight / n} over the warm addresses (go-livepeer selection_algorithm.go:92-121 at 176aa415).
     * With every stake known it is one number; else it spans from that, with an unknown stake of one's own as nothing
     * and an unknown rival's as the average of the known, to the even share.
     *
     * @param own LPT of the one asked for, null when unknown
     * @param rivals LPT of each other warm address, null where unknown
     */
    public Share share(@Nullable BigDecimal own, List<@Nullable BigDecimal> rivals) {
        int count = rivals.size() + 1;
        if (rivals.isEmpty()) {
            return new Share(1, 1);
        }
        double even = 1.0 / count;
        double ownLpt = own == null ? 0 : own.doubleValue();
        double average = rivals.stream()
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .average()
                .orElse(ownLpt);
        double sum = ownLpt
                + rivals.stream()
                        .mapToDouble(stake -> stake == null ? average : stake.doubleValue())
                        .sum();
        double byStake = sum > 0 ? stakeWeight * ownLpt / sum + randomWeight / count : even;
        if (own == null && sum == 0) {
            byStake = randomWeight / count;
        }
        boolean known = own != null && rivals.stream().allMatch(Objects::nonNull);
        return known ? new Share(byStake, byStake) : Share.between(byStake, even);
    }
}
