package org.warmplan.demand.share;

/**
 * Who asks for a workload's batch jobs, and how they choose.
 *
 * @param count gateways, each with the same part of the requests, from 1
 * @param onChain part of them that chooses by stake and at random, 0 to 1; the others try sessions in the order of the time
 *     that the last request took
 * @param stakeWeight part of an on-chain choice that follows stake, 0 to 1; the rest is even
 */
public record Gateways(int count, double onChain, double stakeWeight) {
    public Gateways {
        if (count < 1 || !isPart(onChain) || !isPart(stakeWeight)) {
            throw new IllegalArgumentException(
                    "%d gateways, %f of them on-chain, with a weight of %f for stake are none."
                            .formatted(count, onChain, stakeWeight));
        }
    }

    private static boolean isPart(double value) {
        return value >= 0 && value <= 1;
    }
}
