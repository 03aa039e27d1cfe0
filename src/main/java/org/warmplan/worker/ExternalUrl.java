package org.warmplan.worker;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Go's HTTP client says of an address it cannot even ask. go-livepeer asks for its health for two minutes and then
 * ends ({@code ai/worker/container.go:113-139}, {@code ai/worker/worker.go:664-689} at 176aa415). Parts of the address that
 * Go quotes are left out, as they may be parts of a password.
 */
final class ExternalUrl {
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern COLON_FIRST = Pattern.compile("[^/]*:.*", Pattern.DOTALL);
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern USER = Pattern.compile("[a-zA-Z0-9._:~!$&'()*+,;=%@-]*");
    private static final Pattern PORT = Pattern.compile("(:[0-9]*)?");
    /** In a name only what lies beyond ASCII may be escaped, or a percent sign. */
    private static final Pattern BAD_HOST_ESCAPE = Pattern.compile("%(?!25|[89a-fA-F][0-9a-fA-F])");

    private static final Pattern BAD_IN_HOST =
            Pattern.compile("[\\x00-\\x7f&&[^a-zA-Z0-9!$&'()*+,;=:\\[\\]<>\"._~%-]]");
    private static final String ESCAPE = "invalid URL escape \"…\"";

    private ExternalUrl() {}

    /** Go's words; empty when it would ask. Who answers, nobody knows here. */
    static Optional<String> findMistake(String url) {
        int hash = url.indexOf('#');
        String asked = hash < 0 ? slashed(url) : url.substring(0, hash);
        if (CONTROL.matcher(asked).find()) {
            return Optional.of("net/url: invalid control character in URL");
        }
        if (asked.startsWith(":")) {
            return Optional.of("missing protocol scheme");
        }
        Matcher matcher = SCHEME.matcher(asked);
        String scheme = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
        String rest = (scheme.isEmpty() ? asked : matcher.group(2)).split("\\?", 2)[0];
        Optional<String> mistake = findUnread(scheme, rest);
        if (mistake.isEmpty()
                && hash >= 0
                && BAD_ESCAPE.matcher(slashed(url.substring(hash))).find()) {
            mistake = Optional.of(ESCAPE);
        }
        return mistake.isPresent() ? mistake : findUnasked(scheme, rest, url.contains("@"));
    }

    /** go-livepeer's client sees to it that every address ends so. */
    private static String slashed(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    /** What {@code url.Parse} does not read. */
    private static Optional<String> findUnread(String scheme, String rest) {
        if (!rest.startsWith("/")) {
            return scheme.isEmpty() && COLON_FIRST.matcher(rest).matches()
                    ? Optional.of("first path segment in URL cannot contain colon")
                    : findBadEscape(scheme.isEmpty() ? rest : "");
        }
        if (!rest.startsWith("//") || (scheme.isEmpty() && rest.startsWith("///"))) {
            return findBadEscape(rest);
        }
        int slash = rest.indexOf('/', 2);
        Optional<String> mistake = findInAuthority(authority(rest));
        return mistake.isPresent() || slash < 0 ? mistake : findBadEscape(rest.substring(slash));
    }

    private static String authority(String rest) {
        int slash = rest.indexOf('/', 2);
        return rest.substring(2, slash < 0 ? rest.length() : slash);
    }

    private static Optional<String> findBadEscape(String path) {
        return BAD_ESCAPE.matcher(path).find() ? Optional.of(ESCAPE) : Optional.empty();
    }

    private static Optional<String> findInAuthority(String authority) {
        int at = authority.lastIndexOf('@');
        Optional<String> mistake = findInHost(authority.substring(at + 1));
        if (mistake.isPresent() || at < 0) {
            return mistake;
        }
        String user = authority.substring(0, at);
        return USER.matcher(user).matches() ? findBadEscape(user) : Optional.of("net/url: invalid userinfo");
    }

    private static Optional<String> findInHost(String host) {
        int end = host.startsWith("[") ? host.lastIndexOf(']') : host.lastIndexOf(':');
        if (host.startsWith("[") && end < 0) {
            return Optional.of("missing ']' in host");
        }
        String port = host.startsWith("[") ? host.substring(end + 1) : end < 0 ? "" : host.substring(end);
        if (!PORT.matcher(port).matches()) {
            return Optional.of("invalid port \"…\" after host");
        }
        int zone = host.startsWith("[") ? host.substring(0, end).indexOf("%25") : -1;
        if (zone < 0) {
            return findInName(host, BAD_HOST_ESCAPE);
        }
        return findInName(host.substring(0, zone), BAD_HOST_ESCAPE)
                .or(() -> findInName(host.substring(zone, end), BAD_ESCAPE))
                .or(() -> findInName(host.substring(end), BAD_HOST_ESCAPE));
    }

    private static Optional<String> findInName(String name, Pattern badEscape) {
        Matcher odd = BAD_IN_HOST.matcher(name);
        Matcher escape = badEscape.matcher(name);
        boolean hasOdd = odd.find();
        if (escape.find() && (!hasOdd || escape.start() < odd.start())) {
            return Optional.of(ESCAPE);
        }
        return hasOdd
                ? Optional.of("invalid character %s in host name".formatted(GoQuote.of(odd.group())))
                : Optional.empty();
    }

    /** What the client refuses of a sound address. */
    private static Optional<String> findUnasked(String scheme, String rest, boolean mayHoldUser) {
        if (!scheme.equals("http") && !scheme.equals("https")) {
            String shown = mayHoldUser && !scheme.isEmpty() ? "…" : scheme;
            return Optional.of("unsupported protocol scheme \"" + shown + "\"");
        }
        String host = rest.startsWith("//") ? authority(rest) : "";
        return host.endsWith("@") || host.isEmpty() || host.equals(":") || host.endsWith("@:")
                ? Optional.of("http: no Host in request URL")
                : Optional.empty();
    }
}
