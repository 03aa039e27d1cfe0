package org.warmplan.history.index;

/**
 * Any Java string as one that every database takes and gives back: the zero character and halves of a surrogate pair are
 * escaped, and so is the backslash that marks them.
 */
final class EscapedText {
    private static final int DIGITS = 4;

    private EscapedText() {}

    static String of(String text) {
        int at = 0;
        while (at < text.length() && isPlain(text, at)) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at == text.length() ? text : text.substring(0, at) + escaped(text.substring(at));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (isPlain(text, at)) {
                escaped.appendCodePoint(point);
            } else {
                escaped.append("\\%04x".formatted(point));
            }
            at += Character.charCount(point);
        }
        return escaped.toString();
    }

    private static boolean isPlain(String text, int at) {
        int point = text.codePointAt(at);
        return point != '\\' && point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }

    /**
     * The string that was escaped.
     *
     * @throws IllegalArgumentException when {@code text} is none of ours
     */
    static String undone(String text) {
        int mark = text.indexOf('\\');
        if (mark < 0) {
            return text;
        }
        StringBuilder undone = new StringBuilder();
        int from = 0;
        while (mark >= 0) {
            int end = mark + 1 + DIGITS;
            if (end > text.length()) {
                throw new IllegalArgumentException("An escape must have " + DIGITS + " digits: " + text);
            }
            undone.append(text, from, mark).append((char) Integer.parseInt(text.substring(mark + 1, end), 16));
            from = end;
            mark = text.indexOf('\\', from);
        }
        return undone.append(text, from, text.length()).toString();
    }
}
