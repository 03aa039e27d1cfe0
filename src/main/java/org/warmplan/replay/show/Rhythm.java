package org.warmplan.replay.show;

import org.warmplan.replay.market.WeekLog;

/**
 * How often sources are looked at, and how often they fail.
 *
 * @param everyHours hours between two looks at the network and at the own node, 1 to 168; the other sources are looked at
 *     once a day
 * @param failures part of the days on which a source is down, 0 to 1
 */
public record Rhythm(int everyHours, double failures) {
    /** About one day in six weeks. */
    public static final double USUAL_FAILURES = 0.025;

    private static final int DAY = 24;

    public Rhythm {
        if (everyHours < 1 || everyHours > WeekLog.HOURS) {
            throw new IllegalArgumentException("The hours between two looks (" + everyHours + ") must be 1 to 168.");
        }
        if (!(failures >= 0 && failures <= 1)) {
            throw new IllegalArgumentException("The part of failing days (" + failures + ") must be 0 to 1.");
        }
    }

    /** With the usual failures. */
    public static Rhythm every(int hours) {
        return new Rhythm(hours, USUAL_FAILURES);
    }

    /** Whether the network is looked at, at the start of this hour of a week; always at that of the week's last hour. */
    boolean looksAtNetwork(int hour) {
        return (WeekLog.HOURS - 1 - hour) % everyHours == 0;
    }

    /** Whether the daily sources are looked at, at the start of this hour of a week. */
    static boolean looksAtAll(int hour) {
        return hour % DAY == DAY - 1;
    }
}
