package org.warmplan.worker.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where something was seen.
 *
 * @param source the log as the operator named it, {@code docker} or {@code network}
 * @param line the line from 1, 0 where there are no lines
 * @param at when it was so, null when that is not known
 * @param exact whether {@code at} is certain; the headers of logs name no time zone
 * @param words what was recognised, never the whole line
 */
public record Evidence(String source, long line, @Nullable Instant at, boolean exact, String words) {
    static Evidence ofDocker(@Nullable Instant at, String words) {
        return new Evidence("docker", 0, at, at != null, words);
    }

    static Evidence ofNetwork(String words) {
        return new Evidence("network", 0, null, false, words);
    }

    /** Where and what, on one line. */
    public String told() {
        return line == 0 ? source + ": " + words : "%s line %d: %s".formatted(source, line, words);
    }
}
