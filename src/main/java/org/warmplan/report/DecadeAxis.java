package org.warmplan.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis over whole decades of ETH, for amounts in gwei.
 *
 * @param bottom the power of ten of ETH where it begins
 * @param top where it ends, above {@code bottom}
 */
record DecadeAxis(int bottom, int top) {
    /** More decades than these would only show how low nothing is. */
    static final int MOST = 7;

    private static final int GWEI = 9;
    private static final int LABELS = 5;
    private static final DecadeAxis OF_NOTHING = new DecadeAxis(-4, 0);

    /**
     * A line across the chart.
     *
     * @param at its position
     * @param label in ETH; empty where there is no room for one
     */
    record Decade(String at, String label) {}

    DecadeAxis {
        if (bottom >= top) {
            throw new IllegalArgumentException(
                    "The axis must end (10^%d) above its begin (10^%d).".formatted(top, bottom));
        }
    }

    /** Wide enough for all amounts above zero, at most {@value #MOST} decades below the highest. */
    static DecadeAxis of(List<Long> gwei) {
        List<Long> shown = gwei.stream().filter(amount -> amount > 0).sorted().toList();
        if (shown.isEmpty()) {
            return OF_NOTHING;
        }
        int top = (int) Math.ceil(log(shown.get(shown.size() - 1)));
        int bottom = Math.min(top - 1, (int) Math.floor(log(shown.get(0))));
        return new DecadeAxis(Math.max(bottom, top - MOST), top);
    }

    /** From 0 at the begin to 1 at the end; what lies outside is at the nearer end. */
    double position(long gwei) {
        return gwei <= 0 ? 0 : Math.max(0, Math.min(1, (log(gwei) - bottom) / (top - bottom)));
    }

    /** Whether an amount is too small for it. */
    boolean isBelow(long gwei) {
        return gwei <= 0 || log(gwei) < bottom;
    }

    List<Decade> decades() {
        List<Decade> decades = new ArrayList<>();
        int every = (top - bottom) / LABELS + 1;
        for (int power = bottom; power <= top; power++) {
            String at = Percent.of((double) (power - bottom) / (top - bottom));
            decades.add(new Decade(at, (top - power) % every == 0 ? label(power) : ""));
        }
        return decades;
    }

    private static String label(int power) {
        if (power >= 0) {
            return power > 5 ? "10" + superscript(power) : "1" + "0".repeat(power);
        }
        return power < -4 ? "10" + superscript(power) : "0." + "0".repeat(-power - 1) + "1";
    }

    private static String superscript(int power) {
        StringBuilder text = new StringBuilder();
        String.valueOf(power).chars().forEach(c -> text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0')));
        return text.toString();
    }

    /** StrictMath, so that every machine draws the same. */
    private static double log(long gwei) {
        return StrictMath.log10((double) gwei) - GWEI;
    }
}
