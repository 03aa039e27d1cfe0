package org.warmplan.demand.evidence;

import java.time.Duration;
import java.time.Instant;

/**
 * The weeks before an instant, the last one being week 0. A week ends at the same time of day as {@code at} and holds its
 * end, not its start.
 *
 * @param count how many are looked at, at least 1
 */
record Weeks(Instant at, int count) {
    static final Duration WEEK = Duration.ofDays(7);

    /** What is not in one of the weeks. */
    static final int NONE = -1;

    private static final double MILLIS = WEEK.toMillis();

    Weeks {
        if (count < 1) {
            throw new IllegalArgumentException("The number of weeks (" + count + ") must be at least 1.");
        }
    }

    /** As many as {@code window} touches. */
    static Weeks of(Instant at, Duration window) {
        return new Weeks(at, (int) Math.max(1, (window.toSeconds() + WEEK.toSeconds() - 1) / WEEK.toSeconds()));
    }

    /** How many weeks ago an instant was, {@link #NONE} outside. */
    int ago(Instant instant) {
        if (instant.isAfter(at) || !instant.isAfter(startOf(count - 1))) {
            return NONE;
        }
        return (int) (Duration.between(instant, at).toNanos() / WEEK.toNanos());
    }

    Instant startOf(int week) {
        return at.minus(WEEK.multipliedBy(week + 1L));
    }

    Instant endOf(int week) {
        return at.minus(WEEK.multipliedBy(week));
    }

    /** The weeks' first instant: what was known then is what later counts start from. */
    Instant start() {
        return startOf(count - 1);
    }

    /** The part of a week, 0 to 1, that lies between two instants. */
    double partOf(int week, Instant from, Instant to) {
        Instant start = from.isAfter(startOf(week)) ? from : startOf(week);
        Instant end = to.isBefore(endOf(week)) ? to : endOf(week);
        return end.isAfter(start) ? Duration.between(start, end).toMillis() / MILLIS : 0;
    }
}
