package org.warmplan.example;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/** When live video is asked for: most in the evening, less at weekends. */
final class DayAndWeek {
    private static final int PEAK_HOUR = 19;
    private static final double SWING = 0.55;
    private static final double WEEKEND = 0.8;
    private static final Set<DayOfWeek> DAYS_OFF = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** So that the factors of a week are 1 on average. */
    private static final double MEAN = (5 + 2 * WEEKEND) / 7;

    private DayAndWeek() {}

    /** Demand at an instant, against that of the week. */
    static double factor(Instant at) {
        ZonedDateTime time = at.atZone(ZoneOffset.UTC);
        double angle = 2 * StrictMath.PI * (time.getHour() - PEAK_HOUR) / 24;
        double day = DAYS_OFF.contains(time.getDayOfWeek()) ? WEEKEND : 1;
        return (1 + SWING * StrictMath.cos(angle)) * day / MEAN;
    }
}
