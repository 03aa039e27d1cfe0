package org.warmplan.collect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.warmplan.collect.ask.Source;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;

/**
 * What a source says now against what it said last.
 *
 * @param since when it was last heard
 * @param fresh observations it did not make then
 * @param gone observations it made then and no longer makes
 * @param sameHour whether that was within this hour of the clock
 */
public record News(Instant since, long fresh, long gone, boolean sameHour) {
    /** Compares as if the older snapshot had been taken now; one that can no longer be read said nothing. */
    static News between(Source kind, Snapshot last, Reading now, Instant at) {
        Snapshot redated = new Snapshot(last.source(), last.kind(), at, last.parts());
        Set<Observation> then = new HashSet<>(observations(kind, redated));
        Set<Observation> these = new HashSet<>(now.observations());
        boolean sameHour = hour(last.instant()).equals(hour(at));
        return new News(
                last.instant(),
                these.stream().filter(o -> !then.contains(o)).count(),
                then.stream().filter(o -> !these.contains(o)).count(),
                sameHour);
    }

    /** True when the snapshot would only repeat one of this hour. In another hour the same answer is news: it still holds. */
    public boolean isRepetition() {
        return sameHour && fresh == 0 && gone == 0;
    }

    private static Instant hour(Instant instant) {
        return instant.truncatedTo(ChronoUnit.HOURS);
    }

    private static List<Observation> observations(Source kind, Snapshot snapshot) {
        try {
            return kind.read(snapshot).observations();
        } catch (InputException e) {
            return List.of();
        }
    }
}
