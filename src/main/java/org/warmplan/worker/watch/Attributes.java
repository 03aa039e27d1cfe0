package org.warmplan.worker.watch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code key=value} pairs that slog's default handler writes after a message. A value with a space, a quote or an
 * equals sign is quoted as in Go.
 */
final class Attributes {
    private static final Pattern PAIR =
            Pattern.compile(" ([A-Za-z_]{1,40})=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s\"]*+))");

    private Attributes() {}

    /** The value of the first pair of that key, or an empty text. */
    static String value(String message, String key) {
        Matcher matcher = PAIR.matcher(message);
        while (matcher.find()) {
            if (matcher.group(1).equals(key)) {
                String quoted = matcher.group(2);
                return quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
            }
        }
        return "";
    }
}
