package org.warmplan.report;

import java.time.Duration;
import java.time.Instant;

/** A snapshot the plan was made from. */
public record SeenInput(String source, String kind, Instant instant, String sha256) {
    /** How old it was at {@code at}. */
    public Duration age(Instant at) {
        return Duration.between(instant, at);
    }
}
