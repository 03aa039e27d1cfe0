package org.warmplan.collect.ask;

import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.SafeUrl;

/**
 * One thing to ask.
 *
 * @param source the name of the source it is for
 * @param url where; may hold a secret
 * @param token sent as {@code Authorization: Bearer}, to the url's own server only; null for none
 * @param known an earlier answer from there, which need not be sent again when it still holds; null for none
 */
record Question(String source, String url, @Nullable String token, Snapshot.@Nullable Part known) {
    static Question of(String url) {
        return new Question("", url, null, null);
    }

    String safeUrl() {
        return SafeUrl.of(url);
    }

    /** What must never be seen in anything that is kept. */
    Secrets secrets() {
        return Secrets.of(url, token);
    }

    @Override
    public String toString() {
        return "Question[" + safeUrl() + "]";
    }
}
