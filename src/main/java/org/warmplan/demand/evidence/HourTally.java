package org.warmplan.demand.evidence;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.demand.HourProfile;

/** Demand as one source counts it, hour by hour, on its way to {@link HourCounts}. */
final class HourTally {
    private static final long SECONDS = 3_600;

    private final SortedMap<Long, double[]> byHour = new TreeMap<>();

    /**
     * Adds what was counted about an instant.
     *
     * @param events sessions, jobs or streams, at least 0
     * @param exposure how long or how well was watched, in any unit that is the same throughout, above 0
     */
    void add(Instant at, double events, double exposure) {
        double[] hour = byHour.computeIfAbsent(Math.floorDiv(at.getEpochSecond(), SECONDS), h -> new double[2]);
        hour[0] += events;
        hour[1] += exposure;
    }

    /**
     * By hour of the week. An hour of one week counts for no more than {@code spikeLimit} times one event more than was to be
     * expected in it, so that one burst makes no profile.
     *
     * @param weight what one event is worth as one that says something new, 0 to 1
     */
    HourCounts counts(double spikeLimit, double weight) {
        double rate = rate(Double.POSITIVE_INFINITY, 0);
        double limited = rate(spikeLimit, rate);
        double[] events = new double[HourProfile.HOURS];
        double[] expected = new double[HourProfile.HOURS];
        byHour.forEach((hour, counted) -> {
            int place = HourProfile.hourOf(Instant.ofEpochSecond(hour * SECONDS));
            events[place] += weight * limited(counted, spikeLimit, rate);
            expected[place] += weight * counted[1] * limited;
        });
        return new HourCounts(events, expected);
    }

    private double rate(double spikeLimit, double rate) {
        double events = 0;
        double exposure = 0;
        for (double[] counted : byHour.values()) {
            events += limited(counted, spikeLimit, rate);
            exposure += counted[1];
        }
        return exposure > 0 ? events / exposure : 0;
    }

    private static double limited(double[] counted, double spikeLimit, double rate) {
        return Math.min(counted[0], spikeLimit * (rate * counted[1] + 1));
    }
}
