package org.warmplan.replay.market;

/** Whether a workload may be warm on a card. */
final class Fitting {
    /** MiB of a card that nobody plans with. */
    static final long HEADROOM = 1024;

    private Fitting() {}

    static boolean fits(MarketWorkload workload, MarketCard card) {
        return workload.vramMib() + HEADROOM <= card.totalMib();
    }
}
