package org.warmplan.fleet;

import org.warmplan.files.Visible;

/** The lines of a draft as they grow. */
final class DraftText {
    private final StringBuilder text = new StringBuilder();

    void line(String line) {
        text.append(line).append('\n');
    }

    /** A comment, which may hold text from outside: it stays on its line. */
    void comment(String indent, String words) {
        line(indent + "# " + Visible.of(words));
    }

    /** A field the operator may want, commented out, with what it is for. */
    void offer(String indent, String field, String purpose) {
        line("%s# %-24s # %s".formatted(indent, field, purpose));
    }

    void block(String lines) {
        text.append(lines);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
