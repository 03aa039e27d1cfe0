package org.warmplan.collect.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Pipeline;

/**
 * The rows of a table about workloads. A table is one when it has headings for the model and for warm, cold or a status; the
 * pipeline may have a column, or stand in a row of its own above others, in the caption, or in the heading above the table.
 */
final class TableRows {
    private final Map<Column, Integer> columns;
    private final HtmlGrid.Row headings;
    private final List<TableRow> rows = new ArrayList<>();

    private TableRows(Map<Column, Integer> columns, HtmlGrid.Row headings) {
        this.columns = columns;
        this.headings = headings;
    }

    /** The rows of {@code table}, or empty when its headings are about something else. */
    static Optional<TableRows> find(Element table, String path, String headingAbove, HtmlGrid.Room room) {
        List<HtmlGrid.Row> lines = new HtmlGrid(table, room).rows();
        int heading = headingOf(lines);
        if (heading < 0) {
            return Optional.empty();
        }
        TableRows found = new TableRows(Column.columns(lines.get(heading)), lines.get(heading));
        Element caption = table.children().select("caption").first();
        Pipeline pipeline = Optional.ofNullable(caption)
                .flatMap(element -> CellWords.findPipeline(new Cell(element).text()))
                .or(() -> CellWords.findPipeline(headingAbove))
                .orElse(null);
        for (int i = heading + 1; i < lines.size(); i++) {
            pipeline = found.add(lines.get(i), path + ".rows[" + i + "]", pipeline);
        }
        return Optional.of(found);
    }

    List<TableRow> rows() {
        return rows;
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** The line with the most known headings: of several lines of headings the lower one is finer. -1 when none will do. */
    private static int headingOf(List<HtmlGrid.Row> lines) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < lines.size() && (i == 0 || lines.get(i).heading()); i++) {
            Map<Column, Integer> columns = Column.columns(lines.get(i));
            boolean usable = columns.containsKey(Column.MODEL)
                    && (columns.containsKey(Column.COUNTS)
                            || columns.containsKey(Column.WARM)
                            || columns.containsKey(Column.COLD)
                            || columns.containsKey(Column.STATUS));
            if (usable && columns.size() >= most) {
                best = i;
                most = columns.size();
            }
        }
        return best;
    }

    /**
     * Adds a line; returns the pipeline that lines without one belong to from here on. Below a line that names none of ours,
     * like a container someone brought, they belong to none: the pipeline above it is not theirs.
     */
    private @Nullable Pipeline add(HtmlGrid.Row line, String path, @Nullable Pipeline pipeline) {
        Set<Cell> distinct = new HashSet<>(line.cells().values());
        if (distinct.size() <= 1) {
            String text = distinct.stream().map(Cell::text).findFirst().orElse("");
            return text.isEmpty() ? pipeline : CellWords.findPipeline(text).orElse(null);
        }
        TableRow row = new TableRow(path, columns, headings, line, pipeline);
        if (!row.isBlank() && !row.isHeading()) {
            rows.add(row);
        }
        return pipeline;
    }
}
