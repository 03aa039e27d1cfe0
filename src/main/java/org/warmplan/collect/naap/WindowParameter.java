package org.warmplan.collect.naap;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The span a dashboard counts, which its answer does not tell: {@code api/internal/runtime/params.go:67-95} at 94d6241. */
final class WindowParameter {
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration UNASKED = Duration.ofDays(1);
    private static final Pattern FORM = Pattern.compile("[?&]window=(\\d{1,6})([hd]?)(?:&|$)");

    private WindowParameter() {}

    /** The span asked for in {@code url}, 1 to 168 hours; 24 when it asks for none, and a week when it tells nothing. */
    static Duration of(String url) {
        if (NaapEndpoint.findByUrl(url).isEmpty()) {
            return LONGEST;
        }
        Matcher matcher = FORM.matcher(url);
        if (!matcher.find()) {
            return UNASKED;
        }
        long number = Long.parseLong(matcher.group(1));
        long hours = "d".equals(matcher.group(2)) ? number * 24 : number;
        if (hours == 0) {
            return UNASKED;
        }
        return hours > LONGEST.toHours() ? LONGEST : Duration.ofHours(hours);
    }
}
