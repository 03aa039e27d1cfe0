package org.warmplan.collect.ask;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmplan.files.SafeUrl;

/** The secrets a question is asked with. Servers repeat them: in error pages, in addresses of further pages. */
record Secrets(List<String> texts) {
    /** Shorter ones would be found in innocent text. */
    private static final int SHORTEST = 4;

    private static final Pattern FIELD = Pattern.compile(
            "(\"[^\"]{0,40}(?:token|secret|password|passwd|api_?key|apikey|authorization|bearer)[^\"]{0,40}\"\\s*:\\s*\")[^\"]+(\")",
            Pattern.CASE_INSENSITIVE);

    static Secrets of(String url, @Nullable String token) {
        Set<String> texts = new LinkedHashSet<>(SafeUrl.secretsOf(url));
        if (token != null) {
            texts.add(token);
        }
        // The longest first: one may hold another.
        return new Secrets(texts.stream()
                .filter(text -> text.length() >= SHORTEST)
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    /** The text without them. */
    String hide(String text) {
        String hidden = text;
        for (String secret : texts) {
            hidden = hidden.replace(secret, SafeUrl.HIDDEN);
        }
        return hidden;
    }

    /** Like {@link #hide}, and without the values of JSON fields that by their names hold somebody's secret. */
    String hideAll(String text) {
        return FIELD.matcher(hide(text)).replaceAll("$1" + SafeUrl.HIDDEN + "$2");
    }

    @Override
    public String toString() {
        return "Secrets[" + texts.size() + "]";
    }
}
