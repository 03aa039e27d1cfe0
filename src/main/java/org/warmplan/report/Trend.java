package org.warmplan.report;

import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How demand for a workload moves.
 *
 * @param percent more a week, negative for less, at least -100; null when only one week tells of it
 */
public record Trend(@Nullable Double percent) {
    /** Estimates move so much by chance. */
    private static final double STEADY = 5;

    /** When only one week tells of it. */
    public static final Trend NEW = new Trend(null);

    /** Growth a week as a logarithm: 0.1 is about 10 % more every week. */
    public static Trend of(OptionalDouble growth) {
        return growth.isPresent() ? new Trend(100 * Math.expm1(growth.getAsDouble())) : NEW;
    }

    /** Rising, falling, steady or new. */
    public String word() {
        if (percent == null) {
            return "new";
        }
        return Math.abs(percent) < STEADY ? "steady" : percent > 0 ? "rising" : "falling";
    }

    /** Like {@code rising, +12 % a week}. */
    String text() {
        return percent == null
                ? "new: only one week tells of it"
                : word() + String.format(Locale.ROOT, ", %+.0f %% a week", percent);
    }
}
