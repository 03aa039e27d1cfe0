package org.warmplan.replay.show;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.warmplan.replay.market.WeekLog;

/**
 * Hours of a market as instants. Hours and days count from 0 at the start of week 0 and go below 0 before it.
 *
 * @param start of week 0, at midnight UTC: sources count whole days
 */
record Timeline(Instant start) {
    static final int HOURS_PER_DAY = 24;
    static final int SECONDS_PER_HOUR = 3_600;

    Timeline {
        if (start.getEpochSecond() % Duration.ofDays(1).toSeconds() != 0) {
            throw new IllegalArgumentException("The market's start (" + start + ") must be midnight UTC.");
        }
    }

    static int hour(int week, int hourOfWeek) {
        return week * WeekLog.HOURS + hourOfWeek;
    }

    static int day(int hour) {
        return Math.floorDiv(hour, HOURS_PER_DAY);
    }

    Instant at(int hour) {
        return start.plus(Duration.ofHours(hour));
    }

    LocalDate date(int day) {
        return LocalDate.ofInstant(start, ZoneOffset.UTC).plusDays(day);
    }
}
