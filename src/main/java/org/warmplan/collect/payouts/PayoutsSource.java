package org.warmplan.collect.payouts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
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
 * Reads the protocol explorer's API (Cloud-SPE/livepeer-protocol-explorer, {@code crates/livepeer-api}): payouts of
 * orchestrators as redeemed winning tickets, stake, and the price of ETH. Which work a payout was for is told by the
 * gateway that paid, so mixed gateways are on one side as a whole.
 */
public final class PayoutsSource implements Source {
    public static final String KIND = "payouts";

    static final String LEADERBOARD = "payouts/leaderboard";
    static final String ORCHESTRATORS = "orchestrators";
    static final String PRICE = "prices/ETH/USD/latest";

    private static final List<Integer> DAYS = List.of(7, 30);
    private static final List<String> JOB_TYPES = List.of("ai", "transcoding");
    /** The most the service gives at once. */
    private static final String PAGE_SIZE = "1000";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String description() {
        return "What orchestrators were paid for AI and for transcoding, their stake, and the price of ETH.";
    }

    /**
     * Asks for whole days up to yesterday, so that every run of a day asks the same. Days are dates like 2026-11-23, and
     * both ends count ({@code routes/payouts.rs}: {@code day_utc >= from AND day_utc <= to}).
     */
    @Override
    public void ask(Visit visit) {
        BaseUrl base = BaseUrl.of(visit.settings().url(), "api/v1");
        LocalDate today = LocalDate.ofInstant(visit.at(), ZoneOffset.UTC);
        for (int days : DAYS) {
            for (String jobs : JOB_TYPES) {
                Map<String, String> parameters = new LinkedHashMap<>();
                parameters.put("from", today.minusDays(days).toString());
                parameters.put("to", today.minusDays(1).toString());
                parameters.put("job_type", jobs);
                parameters.put("sort", "face_value_usd");
                parameters.put("limit", PAGE_SIZE);
                CursorPages.find(visit, base, LEADERBOARD, parameters, PayoutsSource::findCursor);
            }
        }
        CursorPages.find(visit, base, ORCHESTRATORS, Map.of("limit", PAGE_SIZE), PayoutsSource::findCursor);
        visit.find(base.at(PRICE));
    }

    /**
     * The cursor of the next page. Every page with a row has one, so the list ends with an empty page; a short page may be
     * one the service cut shorter than it was asked to.
     */
    private static Optional<String> findCursor(Snapshot.Part page) {
        Payload root = Payload.of("", JsonText.read(page.url(), PartText.of(page)), new DataIssues());
        if (!root.at("data").isArray()) {
            throw new InputException(
                    "%s holds no page of a list. Maybe it answered with an error, or its format has changed."
                            .formatted(page.url()));
        }
        String cursor = root.at("meta").plain("next_cursor");
        return cursor.isEmpty() || root.objects("data").isEmpty() ? Optional.empty() : Optional.of(cursor);
    }

    /**
     * Earnings, stakes and the price of ETH, in the order of the parts.
     *
     * @throws InputException when no part can be read
     */
    @Override
    public Reading read(Snapshot snapshot) {
        DataIssues issues = DataIssues.ofOneSnapshot();
        PayoutsReader reader = new PayoutsReader(snapshot, issues);
        EachPart.read(snapshot, issues, reader::read);
        return new Reading(reader.observations(), issues.list());
    }
}
