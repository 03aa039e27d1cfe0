package org.warmplan.replay.show;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the NaaP analytics API answers (Cloud-SPE/livepeer-naap-analytics {@code api/internal/types} at 94d6241), asked as
 * the collector asks it: the hours since the last answer and six more, a week at most. The last hour is not yet complete,
 * and comes again with the next answer.
 */
final class NaapAnswers {
    static final int OVERLAP_HOURS = 6;
    static final int MOST_HOURS = 168;

    private static final String BASE = "https://naap.example/v1/";
    private static final int PAGE_ROWS = 1_000;
    private static final int MOST_PAGES = 200;

    private final NaapDemand demand;
    private final NaapJobs jobs;
    private final NaapSupply supply;
    private final PlayedWeeks weeks;
    private final Timeline timeline;
    private final Chance chance;
    private final double failures;
    private final Map<String, Integer> lastAnswers = new HashMap<>();

    /** @param failures how often one of the endpoints fails while the others answer, 0 to 1 */
    NaapAnswers(PlayedWeeks weeks, Timeline timeline, long seed, double failures) {
        Followed followed = new Followed(weeks);
        this.demand = new NaapDemand(followed, timeline);
        this.jobs = new NaapJobs(followed, timeline, seed);
        this.supply = new NaapSupply(followed, new Chance(seed, "naap supply"));
        this.weeks = weeks;
        this.timeline = timeline;
        this.chance = new Chance(seed, "naap endpoints");
        this.failures = failures;
    }

    /** The answers at the start of {@code hour}; to be asked in the order of time. */
    List<Snapshot.Part> at(int hour) {
        List<Snapshot.Part> parts = new ArrayList<>();
        add(parts, hour, "dashboard/pipelines?window=7d&limit=20", demand.totals(hour));
        addPages(parts, hour, "streaming/demand", demand::rows);
        add(parts, hour, "streaming/models", list(demand.liveModels(hour)));
        add(parts, hour, "requests/models", list(supply.batchModels(hour)));
        addPages(parts, hour, "requests/ai-batch/jobs", jobs::rows);
        add(parts, hour, "dashboard/pricing", supply.prices(hour));
        add(parts, hour, "dashboard/orchestrators?window=7d", supply.orchestrators(hour));
        return parts;
    }

    /** Rows of the hours from one to another, exclusive, as JSON. */
    private interface Rows {
        List<String> of(int from, int to);
    }

    private boolean fails(String path, int hour) {
        return chance.happens(failures, hour, path.hashCode());
    }

    private void add(List<Snapshot.Part> parts, int hour, String path, JsonNode body) {
        if (!fails(path, hour)) {
            parts.add(Answer.json(BASE + path, timeline.at(hour), body));
        }
    }

    /** All pages since this endpoint last answered: what was down meanwhile has yet to tell. */
    private void addPages(List<Snapshot.Part> parts, int hour, String path, Rows rows) {
        if (fails(path, hour)) {
            return;
        }
        int earliest = Math.max(hour - MOST_HOURS, weeks.firstHour());
        Integer last = lastAnswers.get(path);
        int from = last == null ? earliest : Math.max(earliest, last - OVERLAP_HOURS);
        String url = BASE
                + path
                + "?start=%s&end=%s&limit=%d".formatted(timeline.at(from), timeline.at(hour + 1), PAGE_ROWS);
        List<String> all = rows.of(from, hour);
        if (all.size() > MOST_PAGES * PAGE_ROWS) {
            // The collector lets go of a list that does not end.
            return;
        }
        lastAnswers.put(path, hour);
        for (int first = 0; first == 0 || first < all.size(); first += PAGE_ROWS) {
            List<String> page = all.subList(first, Math.min(all.size(), first + PAGE_ROWS));
            String next = first + PAGE_ROWS < all.size() ? "row-" + (first + PAGE_ROWS) : "";
            String asked = first == 0 ? url : url + "&cursor=row-" + first;
            parts.add(Answer.of(asked, Answer.JSON, timeline.at(hour), page(page, next)));
        }
    }

    private static String page(List<String> rows, String next) {
        String envelope = JsonText.writeLine(envelope(rows.size(), next));
        return "{\"data\":[" + String.join(",", rows) + "]," + envelope.substring(1);
    }

    /** A list in its envelope, as one page. */
    private static ObjectNode list(ArrayNode rows) {
        ObjectNode page = envelope(rows.size(), "");
        page.set("data", rows);
        return page;
    }

    private static ObjectNode envelope(int rows, String next) {
        ObjectNode envelope = Answer.object();
        envelope.putObject("pagination")
                .put("next_cursor", next)
                .put("has_more", !next.isEmpty())
                .put("page_size", rows);
        return envelope;
    }
}
