package org.warmplan.collect.page;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmplan.collect.answer.WorkloadNames;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Warmth;

/** Words and numbers as people read them in a table. */
final class CellWords {
    private static final int MAX_TEXT = 120;
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}|\\d{1,3}(?:[, ]\\d{3}){1,2}");
    private static final Pattern PAIR = Pattern.compile("([\\d, ]{1,12})[/|:]([\\d, ]{1,12})");
    private static final Pattern NONE = Pattern.compile("[-–—]|none|n/a", Pattern.CASE_INSENSITIVE);
    private static final Pattern YES = Pattern.compile("yes|true|✓|✔|✅|[1-9]\\d{0,8}", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO = Pattern.compile("|no|false|✗|✘|❌|0+|[-–—]|n/a", Pattern.CASE_INSENSITIVE);

    private CellWords() {}

    /** The pipeline named by a cell, caption or heading: {@code Text to image}, {@code Pipeline: upscale (12)}. */
    static Optional<Pipeline> findPipeline(String text) {
        if (text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        String name = text.replaceAll("\\([^()]*\\)", " ")
                .replaceAll("(?i)\\b(?:pipelines?|models?)\\b", " ")
                .replace(':', ' ');
        return WorkloadNames.findPipeline(name);
    }

    /** A whole number of at least 0, with or without thousands separators; a dash is 0. */
    static OptionalLong findCount(String text) {
        if (NONE.matcher(text).matches()) {
            return OptionalLong.of(0);
        }
        return COUNT.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text.replaceAll("[, ]", "")))
                : OptionalLong.empty();
    }

    /** {@code 2 / 5} under a heading that names both counts in the same order. */
    static Optional<CountedOffers.Counts> findCounts(String text, String heading) {
        Matcher pair = PAIR.matcher(text);
        if (!pair.matches()) {
            return Optional.empty();
        }
        OptionalLong first = findCount(pair.group(1).strip());
        OptionalLong second = findCount(pair.group(2).strip());
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        String lower = heading.toLowerCase(Locale.ROOT);
        boolean warmFirst = lower.indexOf("warm") < lower.indexOf("cold");
        return Optional.of(
                warmFirst
                        ? new CountedOffers.Counts(first.getAsLong(), second.getAsLong())
                        : new CountedOffers.Counts(second.getAsLong(), first.getAsLong()));
    }

    /** The one of both words that a status holds. */
    static Optional<Warmth> findWarmth(String status) {
        String lower = status.toLowerCase(Locale.ROOT);
        boolean warm = lower.contains("warm") && !lower.contains("not warm");
        boolean cold = lower.contains("cold") || lower.contains("not warm");
        return warm == cold ? Optional.empty() : Optional.of(warm ? Warmth.WARM : Warmth.COLD);
    }

    /** Whether a cell under a heading that asks says yes: a mark, a word, or a number above 0. Nothing is a no. */
    static Optional<Boolean> findYes(String text) {
        if (YES.matcher(text).matches()) {
            return Optional.of(true);
        }
        return NO.matcher(text).matches() ? Optional.of(false) : Optional.empty();
    }
}
