package org.warmplan.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A snapshot the plan was made from. */
public record SeenInput(String source, String kind, Instant instant, String sha256) {
    /** The newest of each source, in their order, with how many of that source there are. */
    static Map<SeenInput, Integer> newest(List<SeenInput> inputs) {
        Map<String, List<SeenInput>> bySource = new LinkedHashMap<>();
        inputs.forEach(input ->
                bySource.computeIfAbsent(input.source(), s -> new ArrayList<>()).add(input));
        Map<SeenInput, Integer> newest = new LinkedHashMap<>();
        bySource.values().forEach(all -> newest.put(all.get(all.size() - 1), all.size()));
        return newest;
    }

    /** How old it was at {@code at}. */
    public Duration age(Instant at) {
        return Duration.between(instant, at);
    }
}
