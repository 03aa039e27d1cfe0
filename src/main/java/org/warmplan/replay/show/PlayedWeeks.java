package org.warmplan.replay.show;

import java.util.Map;
import java.util.TreeMap;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.Standing;
import org.warmplan.replay.market.WeekLog;

/** The weeks played until now, as far back as a source looks: no source counts hours that are more than a week old. */
final class PlayedWeeks {
    private static final int KEPT = 3;

    private final Cast cast;
    private final TreeMap<Integer, Week> weeks = new TreeMap<>();

    /** What held in a week, and what happened. */
    record Week(Standing standing, WeekLog log) {}

    PlayedWeeks(Cast cast) {
        this.cast = cast;
    }

    Cast cast() {
        return cast;
    }

    /** @throws IllegalArgumentException when the week does not follow the last one */
    void add(Standing standing, WeekLog log) {
        if (!weeks.isEmpty() && log.week() != weeks.lastKey() + 1) {
            throw new IllegalArgumentException("Week " + log.week() + " does not follow week " + weeks.lastKey() + ".");
        }
        weeks.put(log.week(), new Week(standing, log));
        while (weeks.size() > KEPT) {
            weeks.pollFirstEntry();
        }
    }

    /** The first hour that is known. */
    int firstHour() {
        return weeks.firstKey() * WeekLog.HOURS;
    }

    /** The week of an hour. */
    Week week(int hour) {
        Map.Entry<Integer, Week> week = weeks.floorEntry(Math.floorDiv(hour, WeekLog.HOURS));
        if (week == null || week.getKey() != Math.floorDiv(hour, WeekLog.HOURS)) {
            throw new IllegalArgumentException("Hour " + hour + " is in no week that is kept.");
        }
        return week.getValue();
    }

    static int hourOfWeek(int hour) {
        return Math.floorMod(hour, WeekLog.HOURS);
    }
}
