package org.warmplan.demand.evidence;

import java.util.Arrays;
import org.warmplan.demand.HourProfile;

/**
 * Demand counted by the hour of the week, Monday 00:00 to 01:00 UTC first, beside what the same watching would have counted
 * had all hours been alike.
 */
public final class HourCounts {
    static final HourCounts NONE = new HourCounts(new double[HourProfile.HOURS], new double[HourProfile.HOURS]);

    private final double[] events;
    private final double[] expected;

    /** Both {@value HourProfile#HOURS} long, finite, at least 0. */
    HourCounts(double[] events, double[] expected) {
        this.events = events.clone();
        this.expected = expected.clone();
    }

    /** Events counted in each hour. */
    public double[] events() {
        return events.clone();
    }

    /** Events to be expected in each hour had all been alike. */
    public double[] expected() {
        return expected.clone();
    }

    /** Events counted in all: how much is known. */
    public double amount() {
        return Arrays.stream(events).sum();
    }

    HourCounts plus(HourCounts other) {
        return sum(other, 1);
    }

    /** Without some that are part of these. */
    HourCounts minus(HourCounts other) {
        return sum(other, -1);
    }

    private HourCounts sum(HourCounts other, int sign) {
        double[] moreEvents = events();
        double[] moreExpected = expected();
        for (int hour = 0; hour < HourProfile.HOURS; hour++) {
            moreEvents[hour] = Math.max(0, moreEvents[hour] + sign * other.events[hour]);
            moreExpected[hour] = Math.max(0, moreExpected[hour] + sign * other.expected[hour]);
        }
        return new HourCounts(moreEvents, moreExpected);
    }
}
