package org.warmplan.files;

/** Text from outside made safe to look at: what a terminal or a reader's eye would obey is shown instead. */
public final class Visible {
    private Visible() {}

    /**
     * Shows control, escape, line-breaking and direction-changing characters, and unpaired surrogates, as
     * {@code \\u{hex}}; all else stays.
     */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isHidden(c)) {
                shown.append("\\u{").append(Integer.toHexString(c)).append('}');
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** Like {@link #of}, and cut to {@code most} characters. */
    public static String brief(String text, int most) {
        String shown = of(text);
        return shown.codePointCount(0, shown.length()) <= most
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
