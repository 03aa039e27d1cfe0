package org.warmplan.report;

import java.util.Locale;

/** Lengths of drawings, as parts of the room there is: they grow and shrink with the page. */
final class Percent {
    private Percent() {}

    /** Like {@code 12.50%}; outside 0 to 1 it is the nearer end. */
    static String of(double part) {
        return String.format(Locale.ROOT, "%.2f%%", Math.max(0, Math.min(1, part)) * 100);
    }
}
