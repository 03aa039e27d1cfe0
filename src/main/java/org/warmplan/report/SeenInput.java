package org.warmplan.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A snapshot the plan was made from. */
public record SeenInput(String source, String kind, Instant instant, String sha256) {
    /** All snapshots of one source that a plan was made from; {@code count} is at least 1. */
    record Span(SeenInput oldest, SeenInput newest, int count) {}

    /** One span per source, in their order; {@code inputs} are ordered by source, then time. */
    static List<Span> spans(List<SeenInput> inputs) {
        Map<String, List<SeenInput>> bySource = new LinkedHashMap<>();
        inputs.forEach(input ->
                bySource.computeIfAbsent(input.source(), s -> new ArrayList<>()).add(input));
        return bySource.values().stream()
                .map(all -> new Span(all.get(0), all.get(all.size() - 1), all.size()))
                .toList();
    }

    /** How old it was at {@code at}. */
    public Duration age(Instant at) {
        return Duration.between(instant, at);
    }
}
