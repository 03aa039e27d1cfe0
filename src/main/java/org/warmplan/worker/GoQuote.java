package org.warmplan.worker;

/** Text as Go quotes it in its messages ({@code strconv.Quote}), for the characters that a terminal would not obey. */
final class GoQuote {
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000B\\";
    private static final String LETTERS = "abfnrtv\\";

    private GoQuote() {}

    /** In double quotes. */
    static String of(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> quoted.append(c == '"' ? "\\\"" : of(c)));
        return quoted.append('"').toString();
    }

    /** One character, without quotes; neither quote is escaped. */
    static String of(int c) {
        int escape = ESCAPED.indexOf(c);
        if (escape >= 0) {
            return "\\" + LETTERS.charAt(escape);
        }
        if (c < ' ' || c == 0x7F) {
            return "\\x%02x".formatted(c);
        }
        if (isPrinted(c)) {
            return Character.toString(c);
        }
        return c > 0xFFFF ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c);
    }

    private static boolean isPrinted(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
