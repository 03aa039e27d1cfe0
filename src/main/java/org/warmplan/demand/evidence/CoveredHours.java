package org.warmplan.demand.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Hours that were watched, before anything is counted in them. */
final class CoveredHours {
    private static final Duration HALF = Duration.ofMinutes(30);

    private CoveredHours() {}

    /** A tally in which every whole hour of {@code covered} within the weeks was watched once. */
    static HourTally tally(Spans covered, Weeks weeks) {
        HourTally tally = new HourTally();
        for (Spans.Span span : covered.spans()) {
            Instant from = span.from().isBefore(weeks.start()) ? weeks.start() : span.from();
            Instant hour = from.truncatedTo(ChronoUnit.HOURS);
            while (hour.isBefore(span.to()) && hour.isBefore(weeks.at())) {
                tally.add(hour.plus(HALF), 0, 1);
                hour = hour.plus(1, ChronoUnit.HOURS);
            }
        }
        return tally;
    }
}
