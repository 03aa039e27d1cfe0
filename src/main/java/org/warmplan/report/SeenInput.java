package org.warmplan.report;

import java.time.Duration;
import java.time.Instant;

/**
 * A snapshot the plan was made from.
 *
 * @param maxAge older than this it is named at the top of the report
 */
public record SeenInput(String source, String kind, Instant instant, String sha256, Duration maxAge) {
    /** How old it was at {@code at}. */
    public Duration age(Instant at) {
        return Duration.between(instant, at);
    }

    /** Older than its source may be. */
    public boolean isStale(Instant at) {
        return age(at).compareTo(maxAge) > 0;
    }
}
