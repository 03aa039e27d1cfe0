package org.warmplan.demand.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.warmplan.domain.OwnMetric;

/**
 * How much one counter of the own node grew while it was watched. It starts again at 0 with the node, so a fall means a
 * restart, and what stands after it was all counted since. A gap between two readings loses nothing. Lost is what was
 * counted between the last reading before a restart and the restart, and a restart goes unnoticed when the counter has
 * passed its old value by the next reading: growth is never more than what happened.
 *
 * @param growth from the first reading to the last; at least 0, finite
 * @param resets restarts that were noticed
 * @param watched from the first reading to the last
 */
public record CounterGrowth(double growth, int resets, Duration watched) {
    private static final CounterGrowth NONE = new CounterGrowth(0, 0, Duration.ZERO);

    /**
     * The growth over readings of one counter, none for fewer than two of them.
     *
     * @param readings oldest first
     * @throws IllegalArgumentException when they are of several counters, of no counter, or out of order
     */
    public static CounterGrowth of(List<OwnMetric> readings) {
        double growth = 0;
        int resets = 0;
        for (int i = 1; i < readings.size(); i++) {
            OwnMetric before = readings.get(i - 1);
            OwnMetric after = readings.get(i);
            requireNext(before, after);
            boolean reset = after.value() < before.value();
            growth += reset ? after.value() : after.value() - before.value();
            resets += reset ? 1 : 0;
        }
        return readings.size() < 2
                ? NONE
                : new CounterGrowth(
                        growth,
                        resets,
                        Duration.between(
                                readings.get(0).seenAt(),
                                readings.get(readings.size() - 1).seenAt()));
    }

    private static void requireNext(OwnMetric before, OwnMetric after) {
        boolean same = before.node().equals(after.node())
                && before.name() == after.name()
                && Objects.equals(before.workload(), after.workload())
                && before.detail().equals(after.detail());
        if (!same || !before.name().isCounter() || after.seenAt().isBefore(before.seenAt())) {
            throw new IllegalArgumentException(
                    "The readings " + before + " and " + after + " must be of one counter, oldest first.");
        }
    }
}
