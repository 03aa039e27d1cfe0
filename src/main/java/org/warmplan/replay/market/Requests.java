package org.warmplan.replay.market;

/** What one request is: how large, how long, and how patient its user. */
final class Requests {
    /** Dice of a request that are taken here; those of its tries follow. */
    static final int DICE = 8;

    private static final int UNITS = 0;
    private static final int SECONDS = 2;
    private static final int PATIENCE = 4;

    /** How long a test stream lasts, about. */
    private static final double TEST_SECONDS = 60;

    private final Cast cast;

    Requests(Cast cast) {
        this.cast = cast;
    }

    /** A row for what has just been asked for. */
    int open(Calls calls, Arrivals arrivals) {
        int row = calls.open();
        MarketWorkload workload = cast.workloads().get(arrivals.workload());
        long luck = arrivals.luck();
        calls.luck[row] = luck;
        calls.gateway[row] = arrivals.gateway();
        calls.workload[row] = arrivals.workload();
        calls.begun[row] = arrivals.at();
        calls.hour[row] = Ledger.hour(arrivals.at());
        double size = Luck.lognormal(luck, UNITS, workload.unitsSpread());
        calls.units[row] = workload.unitsPerRequest() * size;
        boolean test =
                workload.isLive() && cast.gateways().get(arrivals.gateway()).loadTester();
        calls.seconds[row] = (test ? TEST_SECONDS : workload.seconds())
                * size
                * Luck.lognormal(luck, SECONDS, workload.secondsSpread());
        calls.patience[row] = workload.patienceSeconds() * Luck.exponential(luck, PATIENCE);
        return row;
    }
}
