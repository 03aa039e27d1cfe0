package org.warmplan.collect.ask;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.SafeUrl;

/**
 * Where to look for one kind of knowledge.
 *
 * @param name the name its snapshots are filed under; matches {@link Snapshot#SOURCE_NAME}
 * @param kind which reader understands it
 * @param url {@code http:}, {@code https:} or a file's path; may hold a secret, so it is never shown as it is
 * @param maxAge how old its last snapshot may be and still count; more than zero
 * @param required whether a plan without it is worth a warning at the top
 * @param token what the other side knows us by, sent as {@code Authorization: Bearer}; null for none; never shown
 */
public record SourceSettings(
        String name,
        String kind,
        String url,
        Duration maxAge,
        boolean required,
        @Nullable String token) {
    public SourceSettings {
        if (!Snapshot.SOURCE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The source name (" + name + ") must match " + Snapshot.SOURCE_NAME + ".");
        }
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("The maxAge (" + maxAge + ") of " + name + " must be more than zero.");
        }
    }

    /** A source that needs no token. */
    public SourceSettings(String name, String kind, String url, Duration maxAge, boolean required) {
        this(name, kind, url, maxAge, required, null);
    }

    /** The url as it may be shown and stored. */
    public String safeUrl() {
        return SafeUrl.of(url);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return name + " (" + kind + " from " + safeUrl() + ")";
    }
}
