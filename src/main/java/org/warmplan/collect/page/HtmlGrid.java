package org.warmplan.collect.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.warmplan.domain.InputException;

/** A table with spanning cells laid out: such a cell stands in every row and column it covers. Footers are left out. */
final class HtmlGrid {
    private static final int MAX_COLUMNS = 64;
    private static final int MAX_SPAN = 65_534;

    private final List<Row> rows = new ArrayList<>();
    private final Room room;

    /**
     * One row.
     *
     * @param cells by column
     * @param heading whether it stands in the table's head, or has heading cells only
     */
    record Row(SortedMap<Integer, Cell> cells, boolean heading) {}

    /**
     * Lays out {@code table}.
     *
     * @throws InputException when there is no more room
     */
    HtmlGrid(Element table, Room room) {
        this.room = room;
        for (Element child : table.children()) {
            if (child.normalName().equals("tr")) {
                add(List.of(child), false);
            } else if (child.normalName().equals("thead") || child.normalName().equals("tbody")) {
                add(child.children(), child.normalName().equals("thead"));
            }
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** Adds a group of rows; cells do not span beyond their group. */
    private void add(List<Element> group, boolean head) {
        Map<Integer, Span> spans = new HashMap<>();
        for (Element line : group) {
            if (line.normalName().equals("tr")) {
                rows.add(row(line, head, spans));
            }
        }
    }

    private Row row(Element line, boolean head, Map<Integer, Span> spans) {
        SortedMap<Integer, Cell> cells = new TreeMap<>();
        room.take(1 + spans.size());
        spans.forEach((column, span) -> cells.put(column, span.cell()));
        spans.replaceAll((column, span) -> new Span(span.cell(), span.left() - 1));
        spans.values().removeIf(span -> span.left() <= 0);
        boolean headings = !line.children().isEmpty();
        int column = 0;
        for (Element element : line.children()) {
            headings &= element.normalName().equals("th");
            // What a table in a cell holds is looked at for both.
            room.take(element.getAllElements().size());
            Cell cell = new Cell(element);
            int columns = span(element, "colspan");
            int left = span(element, "rowspan") - 1;
            for (int i = 0; i < columns && column < MAX_COLUMNS; i++) {
                column = nextFree(cells, column);
                room.take(1);
                cells.put(column, cell);
                if (left > 0) {
                    spans.put(column, new Span(cell, left));
                }
            }
        }
        return new Row(cells, head || headings);
    }

    private static int nextFree(SortedMap<Integer, Cell> cells, int from) {
        int column = from;
        while (cells.containsKey(column)) {
            column++;
        }
        return column;
    }

    /** How far a cell reaches. A {@code rowspan} of 0 reaches to the end of its group. */
    private static int span(Element cell, String attribute) {
        String text = cell.attr(attribute).strip();
        if (!text.matches("\\d{1,9}")) {
            return 1;
        }
        int span = Integer.parseInt(text);
        if (span == 0) {
            return attribute.equals("rowspan") ? MAX_SPAN : 1;
        }
        return Math.min(span, MAX_SPAN);
    }

    /** How much the tables of one page may lay out: a few spans can make millions of cells. */
    static final class Room {
        static final long MOST = 500_000;

        private final String page;
        private long left = MOST;

        /** @param page its address, to begin a message with */
        Room(String page) {
            this.page = page;
        }

        private void take(long cells) {
            left -= cells;
            if (left < 0) {
                throw new InputException("%s has tables of more than %d cells. Maybe it is another page than was meant."
                        .formatted(page, MOST));
            }
        }
    }

    private record Span(Cell cell, int left) {}
}
