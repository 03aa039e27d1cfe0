package org.warmplan.collect.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.Pipeline;

/**
 * One row of a table about workloads.
 *
 * @param path where it is, for issues
 * @param above the pipeline said above the row, null when none is
 */
record TableRow(
        String path,
        Map<Column, Integer> columns,
        HtmlGrid.Row headings,
        HtmlGrid.Row line,
        @Nullable Pipeline above) {

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** What the row shows in the column; empty when it has no such column or cell. */
    String text(Column column) {
        Cell cell = cell(column, line);
        return cell == null ? "" : cell.text();
    }

    String wholeText(Column column) {
        Cell cell = cell(column, line);
        return cell == null ? "" : cell.wholeText();
    }

    List<String> texts(Column column) {
        Cell cell = cell(column, line);
        return cell == null ? List.of() : cell.texts();
    }

    String heading(Column column) {
        Cell cell = cell(column, headings);
        return cell == null ? "" : cell.text();
    }

    String uri() {
        Cell cell = cell(Column.URI, line);
        return cell == null ? "" : cell.uri();
    }

    Optional<Address> findAddress() {
        return Optional.ofNullable(cell(Column.ORCHESTRATOR, line)).flatMap(Cell::findAddress);
    }

    /** The column's cell where it says anything, else what is said above. */
    Optional<Pipeline> findPipeline() {
        String own = text(Column.PIPELINE);
        return own.isEmpty() ? Optional.ofNullable(above) : CellWords.findPipeline(own);
    }

    boolean isBlank() {
        return line.cells().values().stream().allMatch(cell -> cell.text().isEmpty());
    }

    /** Long tables repeat their headings. */
    boolean isHeading() {
        return columns.keySet().stream().allMatch(column -> text(column).equals(heading(column)));
    }

    private @Nullable Cell cell(Column column, HtmlGrid.Row from) {
        Integer index = columns.get(column);
        return index == null ? null : from.cells().get(index);
    }
}
