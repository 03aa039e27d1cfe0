package org.warmplan.replay.show;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.domain.Snapshot;
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

    /** How often one of the endpoints fails while the others answer. */
    private static final double ENDPOINT_FAILS = 0.01;

    private final NaapDemand demand;
    private final NaapJobs jobs;
    private final NaapSupply supply;
    private final PlayedWeeks weeks;
    private final Timeline timeline;
    private final Chance chance;

    NaapAnswers(PlayedWeeks weeks, Timeline timeline, long seed) {
        Followed followed = new Followed(weeks);
        this.demand = new NaapDemand(followed, timeline);
        this.jobs = new NaapJobs(followed, timeline, seed);
        this.supply = new NaapSupply(followed, new Chance(seed, "naap supply"));
        this.weeks = weeks;
        this.timeline = timeline;
        this.chance = new Chance(seed, "naap endpoints");
    }

    /** The answers at the start of {@code hour}, when the last were those at {@code last}, or none when it is below 0. */
    List<Snapshot.Part> at(int hour, int last) {
        int earliest = Math.max(hour - MOST_HOURS, weeks.firstHour());
        int from = last < 0 ? earliest : Math.max(earliest, last - OVERLAP_HOURS);
        List<Snapshot.Part> parts = new ArrayList<>();
        add(parts, hour, "dashboard/pipelines?window=7d&limit=20", demand.totals(hour));
        addPages(parts, hour, from, "streaming/demand", demand.rows(from, hour));
        add(parts, hour, "streaming/models", list(demand.liveModels(hour)));
        add(parts, hour, "requests/models", list(supply.batchModels(hour)));
        addPages(parts, hour, from, "requests/ai-batch/jobs", jobs.rows(from, hour));
        add(parts, hour, "dashboard/pricing", supply.prices(hour));
        add(parts, hour, "dashboard/orchestrators?window=7d", supply.orchestrators(hour));
        return parts;
    }

    private void add(List<Snapshot.Part> parts, int hour, String path, JsonNode body) {
        if (!chance.happens(ENDPOINT_FAILS, hour, path.hashCode())) {
            parts.add(Answer.json(BASE + path, timeline.at(hour), body));
        }
    }

    private void addPages(List<Snapshot.Part> parts, int hour, int from, String path, ArrayNode rows) {
        if (chance.happens(ENDPOINT_FAILS, hour, path.hashCode())) {
            return;
        }
        String url = BASE
                + path
                + "?start=%s&end=%s&limit=%d".formatted(timeline.at(from), timeline.at(hour + 1), PAGE_ROWS);
        for (int first = 0; first == 0 || first < rows.size(); first += PAGE_ROWS) {
            ArrayNode page = Answer.list();
            for (int i = first; i < Math.min(rows.size(), first + PAGE_ROWS); i++) {
                page.add(rows.get(i));
            }
            boolean more = first + PAGE_ROWS < rows.size();
            String asked = first == 0 ? url : url + "&cursor=row-" + first;
            parts.add(Answer.json(asked, timeline.at(hour), page(page, more ? "row-" + (first + PAGE_ROWS) : "")));
        }
    }

    /** A list in its envelope, as one page. */
    private static ObjectNode list(ArrayNode rows) {
        return page(rows, "");
    }

    private static ObjectNode page(ArrayNode rows, String next) {
        ObjectNode page = Answer.object();
        page.set("data", rows);
        page.putObject("pagination")
                .put("next_cursor", next)
                .put("has_more", !next.isEmpty())
                .put("page_size", rows.size());
        return page;
    }
}
