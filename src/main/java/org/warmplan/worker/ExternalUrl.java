package org.warmplan.worker;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Go's HTTP client says of an address it cannot even ask. go-livepeer asks for its health for two minutes and then
 * ends ({@code ai/worker/container.go:113-139}, {@code ai/worker/worker.go:664-689} at 176aa415).
 */
final class ExternalUrl {
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", Pattern.DOTALL);

    private ExternalUrl() {}

    /** Go's words; empty when it would ask. Who answers, nobody knows here. */
    static Optional<String> findMistake(String url) {
        Matcher matcher = SCHEME.matcher(url);
        if (!matcher.matches()) {
            int slash = url.indexOf('/');
            String first = slash < 0 ? url : url.substring(0, slash);
            return Optional.of(
                    first.contains(":")
                            ? "first path segment in URL cannot contain colon"
                            : "unsupported protocol scheme \"\"");
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of("unsupported protocol scheme \"" + scheme + "\"");
        }
        String rest = matcher.group(2);
        boolean hasHost = rest.startsWith("//") && rest.length() > 2 && "/?#".indexOf(rest.charAt(2)) < 0;
        return hasHost ? Optional.empty() : Optional.of("http: no Host in request URL");
    }
}
