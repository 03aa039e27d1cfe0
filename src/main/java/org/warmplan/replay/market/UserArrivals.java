package org.warmplan.replay.market;

import java.util.Arrays;

/** The requests of one week, drawn hour by hour. Each workload has its own dice, so that none disturbs another. */
final class UserArrivals implements Arrivals {
    private static final int SOURCE_BITS = 9;
    private static final int COUNT_BITS = 23;
    private static final int TIME_BITS = 31;
    private static final double HOUR = 3600;

    private final long key;
    /* By source and hour, the hour before the week first. Sources are workloads, then tests of workloads. */
    private final double[][] expected;
    private final int workloads;
    private final double[][] cumulative;
    private final int tester;
    private long[] hour = new long[0];
    private int size;
    private int index;
    private int hourNumber = -2;
    private double at;
    private int gateway;
    private int workload;
    private long luck;

    /**
     * @param expected requests of users by workload and hour, the hour before the week first
     * @param tests requests of the load tester in a week, by workload
     */
    UserArrivals(Cast cast, double[][] expected, double[] tests, long key) {
        this.key = key;
        workloads = cast.workloads().size();
        this.expected = Arrays.copyOf(expected, 2 * workloads);
        for (int w = 0; w < workloads; w++) {
            this.expected[workloads + w] = new double[WeekLog.HOURS + 1];
            Arrays.fill(this.expected[workloads + w], tests[w] / WeekLog.HOURS);
        }
        int gateways = cast.gateways().size();
        int found = -1;
        cumulative = new double[workloads][gateways];
        for (int g = 0; g < gateways; g++) {
            found = cast.gateways().get(g).loadTester() ? g : found;
            for (int w = 0; w < workloads; w++) {
                double before = g == 0 ? 0 : cumulative[w][g - 1];
                cumulative[w][g] = before + cast.gateways().get(g).users().get(w);
            }
        }
        tester = found;
    }

    @Override
    public boolean next() {
        while (index == size) {
            if (hourNumber == WeekLog.HOURS - 1) {
                return false;
            }
            draw(++hourNumber);
        }
        long packed = hour[index++];
        int source = (int) (packed >>> COUNT_BITS) & ((1 << SOURCE_BITS) - 1);
        int number = (int) packed & ((1 << COUNT_BITS) - 1);
        at = hourNumber * HOUR + (packed >>> (COUNT_BITS + SOURCE_BITS)) * (HOUR / (1L << TIME_BITS));
        luck = Luck.key(sourceKey(source), number);
        workload = source % workloads;
        gateway = source < workloads ? place(cumulative[workload], Luck.uniform(luck, -1)) : tester;
        return true;
    }

    private static int place(double[] cumulative, double luck) {
        double sought = luck * cumulative[cumulative.length - 1];
        int place = 0;
        while (place < cumulative.length - 1 && cumulative[place] <= sought) {
            place++;
        }
        return place;
    }

    private void draw(int number) {
        size = 0;
        index = 0;
        for (int source = 0; source < expected.length; source++) {
            double mean = expected[source][number + 1];
            if (mean <= 0 || (source >= workloads && tester < 0)) {
                continue;
            }
            Dice dice = new Dice(sourceKey(source), -2);
            int count = Math.min(dice.poisson(mean), (1 << COUNT_BITS) - 1);
            if (hour.length < size + count) {
                hour = Arrays.copyOf(hour, Math.max(size + count, 2 * hour.length));
            }
            for (int k = 0; k < count; k++) {
                long time = (long) (dice.between(0, 1) * (1L << TIME_BITS));
                hour[size++] = (time << SOURCE_BITS | source) << COUNT_BITS | k;
            }
        }
        Arrays.sort(hour, 0, size);
    }

    private long sourceKey(int source) {
        return Luck.key(key, (hourNumber + 1L) << SOURCE_BITS | source);
    }

    @Override
    public double at() {
        return at;
    }

    @Override
    public int gateway() {
        return gateway;
    }

    @Override
    public int workload() {
        return workload;
    }

    @Override
    public long luck() {
        return luck;
    }
}
