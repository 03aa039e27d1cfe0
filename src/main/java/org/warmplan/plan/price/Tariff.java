package org.warmplan.plan.price;

import org.warmplan.plan.board.Candidate;

/**
 * What a worker is paid for each replica, by workload and class, and charged for each changed slot. All amounts are whole
 * numbers of 1/scale gwei.
 */
public final class Tariff {
    private final int classes;
    private final long scale;
    private final long[] prices;
    private final long changePrice;

    Tariff(int classes, long scale, long[] prices, long changePrice) {
        this.classes = classes;
        this.scale = scale;
        this.prices = prices;
        this.changePrice = changePrice;
    }

    /** 1 to 10^6. */
    public long scale() {
        return scale;
    }

    /** For one replica on a card of the class, in 1/scale gwei. */
    public long of(Candidate candidate, int gpuClass) {
        return prices[candidate.index() * classes + gpuClass];
    }

    /** For one changed slot, in 1/scale gwei; never negative. */
    public long changePrice() {
        return changePrice;
    }

    /** What a replica brings a worker besides the cost of its change, in 1/scale gwei. */
    long kept(Candidate candidate, int gpuClass) {
        return of(candidate, gpuClass) + scale * candidate.linearOn(gpuClass);
    }

    /** What a replica that is not there now brings a worker, in 1/scale gwei. */
    long added(Candidate candidate, int gpuClass) {
        return kept(candidate, gpuClass) - scale * candidate.changeCost();
    }
}
