package org.warmplan.collect.naap;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.warmplan.collect.answer.Payload;
import org.warmplan.domain.Traffic;
import org.warmplan.domain.Workload;

/** What one {@link Traffic} is about. */
record TrafficKey(Instant from, String org, String gateway, Workload workload) implements Comparable<TrafficKey> {
    private static final Comparator<TrafficKey> ORDER = Comparator.comparing(TrafficKey::from)
            .thenComparing(TrafficKey::org)
            .thenComparing(TrafficKey::gateway)
            .thenComparing(TrafficKey::workload);

    /** The time in a field a row cannot do without. */
    static Optional<Instant> findTime(Payload row, String field) {
        if (row.at(field).isAbsent()) {
            row.at(field).odd("timeInvalid", "A time that is none was left out, and what it belongs to.");
        }
        return row.findInstant(field);
    }

    Traffic traffic(Instant seenAt, Instant to, long requested, long served, long unmet, double minutes) {
        return new Traffic(seenAt, from, to, org, gateway, workload, requested, served, unmet, minutes);
    }

    @Override
    public int compareTo(TrafficKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return from + " " + workload;
    }
}
