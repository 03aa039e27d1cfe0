package org.warmplan.collect.ask;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.warmplan.files.ReceivedBody;

/** How one request ended. */
sealed interface Attempt {
    /** Status 200 with a body of allowed size; headers are null when absent or blank. */
    record Answer(
            ReceivedBody body,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified) implements Attempt {}

    /** Status 304: what was known still holds. */
    record Unchanged() implements Attempt {}

    /**
     * No usable answer.
     *
     * @param problem goes on from the address: {@code "answered 404"}
     * @param wayOut goes on from "Maybe"
     * @param passing whether asking again may help
     * @param silent whether there was no answer at all, so that others from that server are not to be expected either
     * @param pause the least wait the other side asked for; zero when it asked for none
     */
    record Setback(String problem, String wayOut, boolean passing, boolean silent, Duration pause) implements Attempt {
        static Setback lasting(String problem, String wayOut) {
            return new Setback(problem, wayOut, false, false, Duration.ZERO);
        }
    }
}
