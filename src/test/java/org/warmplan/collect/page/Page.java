package org.warmplan.collect.page;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;

/** Small pages about capabilities. */
final class Page {
    static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");
    static final String ONE = "0x" + "ab".repeat(20);
    static final String TWO = "0x" + "cd".repeat(20);
    static final String URL = "https://tools.example/ai/network-capabilities";

    private Page() {}

    /** A table of cells parted by commas, rows by semicolons; the first row has heading cells. */
    static String table(String text) {
        List<String> rows = Arrays.asList(text.split(";"));
        return "<table>" + row(rows.get(0), "th")
                + rows.stream().skip(1).map(row -> row(row, "td")).collect(Collectors.joining())
                + "</table>";
    }

    private static String row(String row, String tag) {
        return Arrays.stream(row.split(",", -1))
                .map(cell -> "<" + tag + ">" + cell + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    static Reading read(String... bodies) {
        return new CapabilitiesPageSource()
                .read(new Snapshot(
                        "page",
                        "capabilities-page",
                        SEEN,
                        Arrays.stream(bodies)
                                .map(body ->
                                        new Snapshot.Part(URL, 200, "text/html", null, null, SEEN, "0", body, null))
                                .toList()));
    }
}
