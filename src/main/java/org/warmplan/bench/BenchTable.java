package org.warmplan.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows as lines of aligned text. */
public final class BenchTable {
    private static final double MIB = 1 << 20;
    private static final double PERCENT = 100;
    private static final String HEAD =
            "  size         contender           value %   gap %    worst   bound %   seconds    worst  heap MiB  optimal\n";
    private static final String FOOT = """
              value, gap: against the lowest bound anyone proved for the problem, median over seeds.
              bound: how far the contender's own is above that one. heap: Java's alone.
            """;

    private BenchTable() {}

    public static String text(List<BenchRow> rows) {
        StringBuilder text = new StringBuilder(HEAD);
        rows.forEach(row -> text.append(line(row)));
        return text.append(FOOT).toString();
    }

    private static String line(BenchRow row) {
        String line = String.format(
                Locale.ROOT,
                "  %-11s  %-18s  %7s  %6s  %7s  %8s  %8.2f  %7.2f  %8.0f  %7s",
                row.size().name(),
                row.contender(),
                percent(row.share(), 2),
                percent(row.gap().map(Spread::median), 3),
                percent(row.gap().map(Spread::worst), 3),
                percent(row.looseness(), 3),
                row.seconds().median(),
                row.seconds().worst(),
                row.heapBytes() / MIB,
                row.optimal() + "/" + row.seeds());
        return line + remarks(row) + "\n";
    }

    private static String remarks(BenchRow row) {
        String none = remark(row.seeds() - row.answered() - row.broken(), "without an answer");
        return none + remark(row.broken(), "against the rules") + remark(row.refuted(), "with a wrong bound");
    }

    private static String remark(int count, String what) {
        return count == 0 ? "" : "  " + count + " " + what;
    }

    private static String percent(Optional<Double> part, int digits) {
        return part.map(p -> String.format(Locale.ROOT, "%." + digits + "f", PERCENT * p))
                .orElse("-");
    }
}
