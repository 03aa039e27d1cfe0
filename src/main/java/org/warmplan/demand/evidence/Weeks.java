package org.warmplan.demand.evidence;

import java.time.Duration;
import java.time.Instant;

/**
 * The weeks before an instant, the last one being week 0. A week ends at the same time of day as the instant and holds its
 * end, not its start. All is told to the millisecond.
 */
final class Weeks {
    static final Duration WEEK = Duration.ofDays(7);

    /** What is not in one of the weeks. */
    static final int NONE = -1;

    private static final long MILLIS = WEEK.toMillis();

    private final Instant at;
    private final long end;
    private final int count;

    /** @param count how many are looked at, at least 1 */
    Weeks(Instant at, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("The number of weeks (" + count + ") must be at least 1.");
        }
        this.at = at;
        this.end = at.toEpochMilli();
        this.count = count;
    }

    /** As many as {@code window} touches. */
    static Weeks of(Instant at, Duration window) {
        return new Weeks(at, (int) Math.max(1, (window.toSeconds() + WEEK.toSeconds() - 1) / WEEK.toSeconds()));
    }

    /** The end of the last one. */
    Instant at() {
        return at;
    }

    int count() {
        return count;
    }

    /** How many weeks ago an instant was, {@link #NONE} outside. */
    int ago(Instant instant) {
        long week = Math.floorDiv(end - instant.toEpochMilli(), MILLIS);
        return week < 0 || week >= count ? NONE : (int) week;
    }

    /** Milliseconds since 1970 at a week's end. */
    long endMillis(int week) {
        return end - week * MILLIS;
    }

    Instant endOf(int week) {
        return at.minus(WEEK.multipliedBy(week));
    }

    /** The weeks' first instant: what was known then is what later counts start from. */
    Instant start() {
        return endOf(count);
    }

    /** The part of a week, 0 to 1, that lies between two instants. */
    double partOf(int week, Instant from, Instant to) {
        long weekEnd = endMillis(week);
        long overlap = Math.min(weekEnd, to.toEpochMilli()) - Math.max(weekEnd - MILLIS, from.toEpochMilli());
        return Math.max(0, overlap) / (double) MILLIS;
    }

    /** The week an instant lies in, or the first or last one if it lies outside. */
    int nearest(Instant instant) {
        return (int) Math.max(0, Math.min(count - 1L, Math.floorDiv(end - instant.toEpochMilli(), MILLIS)));
    }
}
