package org.warmplan.collect.naap;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.warmplan.collect.answer.EachPart;
import org.warmplan.collect.answer.PartText;
import org.warmplan.collect.answer.Payload;
import org.warmplan.collect.ask.BaseUrl;
import org.warmplan.collect.ask.CursorPages;
import org.warmplan.collect.ask.Source;
import org.warmplan.collect.ask.Visit;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.JsonText;

/**
 * Reads the NaaP analytics API (Cloud-SPE/livepeer-naap-analytics at 94d6241): demand by hour, jobs, supply and prices, of
 * the gateways whose events it gets; others are invisible to it. No endpoint is required, so that one that is renamed or
 * down costs only what it told.
 */
public final class NaapSource implements Source {
    public static final String KIND = "naap";

    /** Late events still change the last hours. */
    private static final Duration OVERLAP = Duration.ofHours(6);

    private static final Duration MOST = Duration.ofDays(7);
    private static final String PAGE_SIZE = "1000";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String description() {
        return "Demand by hour, jobs, supply and prices of the gateways that NaaP follows.";
    }

    /**
     * Asks for whole hours, the running one with them. Times are RFC 3339 in UTC: any other form silently means the last 24
     * hours ({@code api/internal/runtime/params.go:19-36}).
     */
    @Override
    public void ask(Visit visit) {
        BaseUrl base = BaseUrl.of(visit.settings().url(), "v1");
        visit.find(base.at(NaapEndpoint.PIPELINES.path(), ordered("window", "7d", "limit", "20")));
        askPages(visit, base, NaapEndpoint.DEMAND);
        visit.find(base.at(NaapEndpoint.LIVE_MODELS.path()));
        visit.find(base.at(NaapEndpoint.BATCH_MODELS.path()));
        askPages(visit, base, NaapEndpoint.BATCH_JOBS);
        visit.find(base.at(NaapEndpoint.PRICING.path()));
        visit.find(base.at(NaapEndpoint.ORCHESTRATORS.path(), ordered("window", "7d")));
    }

    private static void askPages(Visit visit, BaseUrl base, NaapEndpoint endpoint) {
        Instant start = visit.since(
                        OVERLAP, MOST, url -> NaapEndpoint.findByUrl(url).equals(Optional.of(endpoint)))
                .truncatedTo(ChronoUnit.HOURS);
        Instant end = visit.at().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        CursorPages.find(
                visit,
                base,
                endpoint.path(),
                ordered("start", start.toString(), "end", end.toString(), "limit", PAGE_SIZE),
                NaapSource::findCursor);
    }

    private static Map<String, String> ordered(String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }

    /** The cursor of the next page; the last page says {@code has_more: false} and has an empty one. */
    private static Optional<String> findCursor(Snapshot.Part page) {
        Payload root = Payload.of("", JsonText.read(page.url(), PartText.of(page)), new DataIssues());
        boolean list = root.at("data").isArray() || root.at("data").isAbsent();
        if (!list || !root.at("pagination").isObject()) {
            throw new InputException(
                    "%s holds no page of a list. Maybe it answered with an error, or its format has changed."
                            .formatted(page.url()));
        }
        String cursor = root.at("pagination").plain("next_cursor");
        if (root.at("pagination").flag("has_more") && cursor.isEmpty()) {
            throw new InputException(
                    "%s says that more follows, but not where. Maybe its format has changed.".formatted(page.url()));
        }
        return cursor.isEmpty() ? Optional.empty() : Optional.of(cursor);
    }

    /**
     * Traffic, load, sessions and asked prices, in the order of the parts; batch jobs last, counted together by hour,
     * organisation, gateway and workload.
     *
     * @throws InputException when no part can be read
     */
    @Override
    public Reading read(Snapshot snapshot) {
        DataIssues issues = DataIssues.ofOneSnapshot();
        NaapReader reader = new NaapReader(snapshot, issues);
        EachPart.read(snapshot, issues, reader::read);
        return new Reading(reader.observations(), issues.list());
    }
}
