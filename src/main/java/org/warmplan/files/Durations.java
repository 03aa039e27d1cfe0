package org.warmplan.files;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them in options and settings: a number with s, m, h or d, like {@code 90m} or {@code 8d}. */
public final class Durations {
    /** For messages: what {@link #find} understands. */
    public static final String FORM = "a number with s, m, h or d";

    private static final Pattern PATTERN = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,3})?)([smhd])");

    private Durations() {}

    /** Reads a span of zero or more, exact to the millisecond. Empty when the text has another form. */
    public static Optional<Duration> find(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long millis = new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(millisPer(matcher.group(2))))
                .longValueExact();
        return Optional.of(Duration.ofMillis(millis));
    }

    /** A span in the largest unit that it is a whole number of, like {@code 8d}; milliseconds are cut off. */
    public static String text(Duration span) {
        long seconds = span.toSeconds();
        if (seconds % 86_400 == 0 && seconds > 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0 && seconds > 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private static long millisPer(String unit) {
        return switch (unit) {
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 86_400_000;
        };
    }
}
