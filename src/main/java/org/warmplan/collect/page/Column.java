package org.warmplan.collect.page;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a column of a table may tell, by its heading. */
enum Column {
    /** Both counts in one cell, like {@code 2 / 5}. */
    COUNTS,
    GPU,
    PRICE,
    URI,
    VERSION,
    IN_USE,
    CAPACITY,
    STATUS,
    PIPELINE,
    WARM,
    COLD,
    MODEL,
    ORCHESTRATOR;

    private static final int MAX_HEADING = 60;

    /** The columns of a row of headings; of two that tell the same, the first. */
    static Map<Column, Integer> columns(HtmlGrid.Row row) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        row.cells().forEach((index, cell) -> find(cell.text()).ifPresent(column -> columns.putIfAbsent(column, index)));
        return columns;
    }

    /** More specific words first: a GPU model is no model, and an orchestrator's address no service address. */
    private static Optional<Column> find(String heading) {
        if (heading.length() > MAX_HEADING) {
            return Optional.empty();
        }
        String text = heading.toLowerCase(Locale.ROOT);
        Set<String> words = new HashSet<>(List.of(text.split("[^a-z0-9]+")));
        if (text.contains("warm") && text.contains("cold")) {
            return Optional.of(COUNTS);
        }
        if (text.contains("gpu") || words.contains("hardware") || words.contains("card")) {
            return Optional.of(GPU);
        }
        if (text.contains("price") || words.contains("wei")) {
            return Optional.of(PRICE);
        }
        if (has(words, "uri", "url", "endpoint", "host")) {
            return Optional.of(URI);
        }
        if (has(words, "runner", "version") || text.contains("runnerversion")) {
            return Optional.of(VERSION);
        }
        if (text.contains("in use") || text.contains("inuse")) {
            return Optional.of(IN_USE);
        }
        if (text.contains("capacity")) {
            return Optional.of(CAPACITY);
        }
        if (has(words, "status", "state", "warmth")) {
            return Optional.of(STATUS);
        }
        if (text.contains("pipeline") || has(words, "capability", "type", "task")) {
            return Optional.of(PIPELINE);
        }
        if (text.contains("warm")) {
            return Optional.of(WARM);
        }
        if (text.contains("cold")) {
            return Optional.of(COLD);
        }
        if (text.contains("model")) {
            return Optional.of(MODEL);
        }
        return text.contains("orchestrator") || has(words, "address", "operator", "node")
                ? Optional.of(ORCHESTRATOR)
                : Optional.empty();
    }

    private static boolean has(Set<String> words, String... wanted) {
        return List.of(wanted).stream().anyMatch(words::contains);
    }
}
