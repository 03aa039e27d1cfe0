package org.warmplan.demand.evidence;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.demand.HourProfile;

/** Demand as one source counts it, hour by hour, on its way to {@link HourCounts}. */
final class HourTally {
    private static final long SECONDS = 3_600;
    private static final int DAY = 24;

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
     * By hour of the week. An hour counts for no more than {@code spikeLimit} times one event more than was to be expected by
     * the same hour of other days, or by the mean other hour if that is more: one burst makes no profile, and what comes every day
     * does.
     *
     * @param weight what one event is worth as one that says something new, 0 to 1
     */
    HourCounts counts(double spikeLimit, double weight) {
        SortedMap<Long, double[]> limited = limited(spikeLimit);
        double[] all = new double[2];
        limited.values().forEach(hour -> add(all, hour));
        double rate = all[1] > 0 ? all[0] / all[1] : 0;
        double[] events = new double[HourProfile.HOURS];
        double[] expected = new double[HourProfile.HOURS];
        limited.forEach((hour, counted) -> {
            int place = HourProfile.hourOf(Instant.ofEpochSecond(hour * SECONDS));
            events[place] += weight * counted[0];
            expected[place] += weight * counted[1] * rate;
        });
        return new HourCounts(events, expected);
    }

    private SortedMap<Long, double[]> limited(double spikeLimit) {
        double[] all = new double[2];
        double[][] byDayHour = new double[DAY][2];
        byHour.forEach((hour, counted) -> {
            add(all, counted);
            add(byDayHour[dayHour(hour)], counted);
        });
        SortedMap<Long, double[]> limited = new TreeMap<>();
        byHour.forEach((hour, counted) -> {
            double[] same = byDayHour[dayHour(hour)];
            double rate = Math.max(
                    rate(all[0] - counted[0], all[1] - counted[1]), rate(same[0] - counted[0], same[1] - counted[1]));
            limited.put(hour, new double[] {Math.min(counted[0], spikeLimit * (rate * counted[1] + 1)), counted[1]});
        });
        return limited;
    }

    private static double rate(double events, double exposure) {
        return exposure > 0 ? Math.max(0, events) / exposure : 0;
    }

    private static int dayHour(long hour) {
        return Math.floorMod(hour, DAY);
    }

    private static void add(double[] sum, double... counted) {
        sum[0] += counted[0];
        sum[1] += counted[1];
    }
}
