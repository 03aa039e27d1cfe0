package org.warmplan.replay.market;

/** Requests for one workload at one pace, at random gateways. */
final class SteadyArrivals implements Arrivals {
    private final double meanGap;
    private final int gateways;
    private final long seed;
    private long count;
    private long luck;
    private double at = -Play.LEAD;

    /** @param perWeek requests expected in a week */
    SteadyArrivals(double perWeek, int gateways, long seed) {
        meanGap = Play.WEEK / perWeek;
        this.gateways = gateways;
        this.seed = seed;
    }

    @Override
    public boolean next() {
        long key = Luck.key(seed, count++);
        at += meanGap * Luck.exponential(key, 0);
        luck = Luck.key(key, 1);
        return true;
    }

    @Override
    public double at() {
        return at;
    }

    @Override
    public int gateway() {
        return gateways == 1 ? 0 : (int) (gateways * Luck.uniform(luck, -1));
    }

    @Override
    public int workload() {
        return 0;
    }

    @Override
    public long luck() {
        return luck;
    }
}
