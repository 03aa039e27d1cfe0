package org.warmplan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table of text for report.html: on a narrow page each row becomes a block, so every cell knows its head. */
record HtmlTable(String caption, List<Head> heads, List<Row> rows) {
    private static final Pattern NUMBER = Pattern.compile("–|none|[0-9][0-9.,]*( [kMGTPE%])?( (GiB|MiB|ETH|wei))?");

    /** @param number whether the column is set like numbers */
    record Head(String text, boolean number) {}

    record Cell(Head head, String text) {}

    /** @param first what the row is about */
    record Row(Cell first, List<Cell> others) {}

    static HtmlTable of(String caption, Columns columns) {
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < columns.heads().size(); i++) {
            int column = i;
            boolean number = columns.rows().stream()
                    .allMatch(row -> NUMBER.matcher(row.get(column)).matches());
            heads.add(new Head(columns.heads().get(i), number));
        }
        return new HtmlTable(
                caption,
                heads,
                columns.rows().stream().map(row -> row(heads, row)).toList());
    }

    private static Row row(List<Head> heads, List<String> texts) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            cells.add(new Cell(heads.get(i), texts.get(i)));
        }
        return new Row(cells.get(0), List.copyOf(cells.subList(1, cells.size())));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
