package org.warmplan.report;

import org.warmplan.files.Visible;

/** Text from outside inside Markdown: shown as it is, never as markup. */
final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]<>#|!~&$";

    private Markdown() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        Visible.of(text).codePoints().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }
}
