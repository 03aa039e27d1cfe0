package org.warmplan.collect.ask;

import java.time.Duration;
import org.warmplan.files.TextFile;

/**
 * How much of our time and memory another side may take.
 *
 * @param connect longest wait for a connection
 * @param read longest silence in an answer
 * @param call longest time for one request with its answer
 * @param source longest time for all requests of one source together; then it is asked nothing more
 * @param maxBytes largest body kept, unpacked
 */
public record Limits(Duration connect, Duration read, Duration call, Duration source, long maxBytes) {
    public static final Limits USUAL = new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(4),
            TextFile.MAX_BYTES);

    Limits withMaxBytes(long bytes) {
        return new Limits(connect, read, call, source, bytes);
    }
}
