package org.warmplan.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.warmplan.files.Visible;

/** A table of text: as aligned columns for a terminal, or as a Markdown table. */
final class Columns {
    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    Columns(String... heads) {
        this.heads = Arrays.asList(heads);
    }

    void add(String... cells) {
        rows.add(Arrays.stream(cells).map(Visible::of).toList());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<String> heads() {
        return heads;
    }

    /** The cells as they are shown: what a reader's eye would obey is made visible in them. */
    List<List<String>> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** Each line ends with a line break; columns are as wide as their widest cell. */
    String aligned(String indent) {
        int[] widths = new int[heads.size()];
        measure(widths, heads);
        rows.forEach(row -> measure(widths, row));
        StringBuilder text = new StringBuilder();
        line(text, indent, heads, widths);
        rows.forEach(row -> line(text, indent, row, widths));
        return text.toString();
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| ").append(String.join(" | ", heads)).append(" |\n|");
        heads.forEach(head -> text.append("---|"));
        text.append('\n');
        for (List<String> row : rows) {
            text.append("| ")
                    .append(String.join(
                            " | ", row.stream().map(Markdown::escape).toList()))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static void measure(int[] widths, List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] =
                    Math.max(widths[i], row.get(i).codePointCount(0, row.get(i).length()));
        }
    }

    private static void line(StringBuilder text, String indent, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(widths[i] - cell.codePointCount(0, cell.length()) + 2));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
