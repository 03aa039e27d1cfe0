package org.warmplan.collect.ask;

import java.time.Instant;
import java.util.List;

/** Hears of every answer as it came, for a bug report. */
public interface Recorder {
    /** Hears of nothing. */
    Recorder NONE = exchange -> {};

    void heard(Exchange exchange);

    /**
     * One request and what became of it. Nothing in it is a secret that we know of.
     *
     * @param source the name of the source that was asked
     * @param url without secrets
     * @param status the HTTP status; 0 when there was no answer
     * @param problem what went wrong, empty when nothing did
     * @param headers of the answer, as {@code Name: value}
     * @param body of the answer, unpacked; cut at a limit when it was not kept
     */
    @SuppressWarnings("ArrayRecordComponent") // A body may have 64 MiB, and nobody compares two.
    record Exchange(
            Instant at, String source, String url, int status, String problem, List<String> headers, byte[] body) {}
}
