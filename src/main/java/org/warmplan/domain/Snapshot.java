package org.warmplan.domain;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one source said at one instant, unedited.
 *
 * @param source the source's name in sources.yaml
 * @param kind which reader understands it, like {@code network-capabilities}
 * @param instant when the collection began
 * @param parts one per endpoint or page asked, in the order asked; at least one
 */
public record Snapshot(String source, String kind, Instant instant, List<Part> parts) {
    public static final int VERSION = 1;

    /** The form of a source's name: it is a folder's name too. */
    public static final Pattern SOURCE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public Snapshot {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("The snapshot of " + source + " at " + instant + " must have a part.");
        }
    }

    /**
     * One answer.
     *
     * @param url where it came from, without any secret
     * @param status the HTTP status; 200 for a file
     * @param sha256 of the body's bytes as received, lower-case hexadecimal
     * @param body the body as text exactly as received; base64 when {@code encoding} says so
     * @param encoding {@code base64} when the bytes were not UTF-8, else null
     */
    public record Part(
            String url,
            int status,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            Instant fetchedAt,
            String sha256,
            String body,
            @Nullable String encoding) {}
}
