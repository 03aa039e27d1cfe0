package org.warmplan.report;

import org.warmplan.files.Visible;

/** Text from outside inside Markdown: shown as it is, never as markup. */
public final class Markdown {
    private static final String SPECIAL = "\\`*[<|~&$";

    private Markdown() {}

    public static String escape(String text) {
        String shown = Visible.of(text);
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 || (c == '_' && !isInsideWord(shown, i))) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** An underscore between letters and digits is no markup, and model ids are full of them. */
    private static boolean isInsideWord(String text, int at) {
        return at > 0
                && at < text.length() - 1
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }
}
