package org.warmplan.domain;

import java.time.Duration;
import java.time.Instant;

/** A span of time: {@code from} inclusive, {@code to} inclusive, so that what was seen right now counts. */
public record Window(Instant from, Instant to) {
    public Window {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException(
                    "The window's start (" + from + ") must not be after its end (" + to + ").");
        }
    }

    /** The span of length {@code length} that ends at {@code to}. */
    public static Window before(Instant to, Duration length) {
        return new Window(to.minus(length), to);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && !instant.isAfter(to);
    }
}
