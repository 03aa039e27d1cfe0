package org.warmplan.replay.show;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.Standing;
import org.warmplan.replay.market.WeekLog;

/** The weeks played until now, as far back as a source looks: no source counts hours that are more than a week old. */
final class PlayedWeeks {
    private static final int KEPT = 3;

    private final Cast cast;
    private final List<Week> weeks = new ArrayList<>();
    private int first;

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
        int last = first + weeks.size() - 1;
        if (weeks.isEmpty()) {
            first = log.week();
        } else if (log.week() != last + 1) {
            throw new IllegalArgumentException("Week " + log.week() + " does not follow week " + last + ".");
        }
        weeks.add(new Week(standing, log));
        if (weeks.size() > KEPT) {
            weeks.remove(0);
            first++;
        }
    }

    /** The first hour that is known. */
    int firstHour() {
        return first * WeekLog.HOURS;
    }

    /** The week of an hour. */
    Week week(int hour) {
        int place = Math.floorDiv(hour, WeekLog.HOURS) - first;
        if (place < 0 || place >= weeks.size()) {
            throw new IllegalArgumentException("Hour " + hour + " is in no week that is kept.");
        }
        return weeks.get(place);
    }

    static int hourOfWeek(int hour) {
        return Math.floorMod(hour, WeekLog.HOURS);
    }
}
