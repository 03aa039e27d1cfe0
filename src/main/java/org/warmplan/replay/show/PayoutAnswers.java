package org.warmplan.replay.show;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.warmplan.domain.Snapshot;
import org.warmplan.replay.show.Accounts.Account;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the protocol explorer's API answers: payouts of a week and a month up to yesterday, stake, and the price of ETH. All
 * amounts and counts are texts. Every page with a row names a next one, so each list ends with an empty page.
 */
final class PayoutAnswers {
    private static final String BASE = "https://payouts.example/api/v1/";
    private static final List<Integer> DAYS = List.of(7, 30);
    private static final int COMMISSION_PERCENT = 15;
    private static final int PRICE_IS_OLDER_MINUTES = 40;

    private final Accounts accounts;
    private final TicketLedger ledger;
    private final EthDollars dollars;
    private final Timeline timeline;

    private record Paid(Account account, long tickets) {}

    PayoutAnswers(Accounts accounts, TicketLedger ledger, EthDollars dollars, Timeline timeline) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.dollars = dollars;
        this.timeline = timeline;
    }

    /** The answers at the start of an hour. */
    List<Snapshot.Part> at(int hour) {
        List<Snapshot.Part> parts = new ArrayList<>();
        for (int days : DAYS) {
            addPayouts(parts, hour, days, "ai");
            addPayouts(parts, hour, days, "transcoding");
        }
        Instant at = timeline.at(hour);
        String stakes = BASE + "orchestrators?limit=1000";
        ArrayNode rows = Answer.list();
        accounts.list().forEach(account -> rows.add(stake(account)));
        parts.add(Answer.json(stakes, at, page(rows, next(rows))));
        parts.add(Answer.json(stakes + "&cursor=" + next(rows), at, page(Answer.list(), "")));
        parts.add(Answer.json(BASE + "prices/ETH/USD/latest", at, price(hour)));
        return parts;
    }

    private void addPayouts(List<Snapshot.Part> parts, int hour, int days, String jobs) {
        int today = Timeline.day(hour);
        int first = today - days;
        ArrayNode rows = Answer.list();
        accounts.list().stream()
                .map(account -> new Paid(account, tickets(account, first, today - 1, jobs)))
                .filter(paid -> paid.tickets() > 0)
                .sorted(Comparator.comparingLong(Paid::tickets)
                        .reversed()
                        .thenComparing(paid -> paid.account().address()))
                .forEach(paid -> rows.add(row(paid, dollars.on(Math.max(0, today)))));
        String url = BASE
                + "payouts/leaderboard?from=%s&to=%s&job_type=%s&sort=face_value_usd&limit=1000"
                        .formatted(timeline.date(first), timeline.date(today - 1), jobs);
        for (String cursor : rows.isEmpty() ? List.of("") : List.of("", next(rows))) {
            ObjectNode page = cursor.isEmpty() ? page(rows, next(rows)) : page(Answer.list(), "");
            page.withObject("meta")
                    .put("from", timeline.date(first).toString())
                    .put("to", timeline.date(today - 1).toString())
                    .put("job_type", jobs)
                    .put("sort", "face_value_usd");
            parts.add(Answer.json(cursor.isEmpty() ? url : url + "&cursor=" + cursor, timeline.at(hour), page));
        }
    }

    /** The service tells kinds of work apart by the gateway that paid. */
    private long tickets(Account account, int first, int last, String jobs) {
        if (jobs.equals("transcoding")) {
            return Accounts.transcodingTickets(account, first, last);
        }
        return account.orchestrator() < 0 ? 0 : ledger.tickets(account.orchestrator(), first, last);
    }

    private static ObjectNode row(Paid paid, BigDecimal usdPerEth) {
        BigDecimal eth = new BigDecimal(Accounts.eth(paid.tickets()));
        BigDecimal commission = eth.multiply(BigDecimal.valueOf(COMMISSION_PERCENT, 2));
        return Answer.object()
                .put("orchestrator_address", paid.account().address().value())
                .putNull("display_name")
                .putNull("avatar_url")
                .put("ticket_count", String.valueOf(paid.tickets()))
                .put("sum_face_value_native", eth.toPlainString())
                .put("sum_face_value_usd", cents(eth.multiply(usdPerEth)))
                .put("sum_commission_native", commission.toPlainString())
                .put("sum_commission_usd", cents(commission.multiply(usdPerEth)))
                .put("usd_rows_priced", String.valueOf(paid.tickets()))
                .put("distinct_gateways", "2");
    }

    private static String cents(BigDecimal usd) {
        return usd.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static ObjectNode stake(Account account) {
        return Answer.object()
                .put("address", account.address().value())
                .put("total_stake", account.stake())
                .put("is_active", true);
    }

    private ObjectNode price(int hour) {
        Instant at = timeline.at(hour).minusSeconds(60L * PRICE_IS_OLDER_MINUTES);
        return Answer.object()
                .put("asset", "ETH")
                .put("quote", "USD")
                .put("price", dollars.on(Math.max(0, Timeline.day(hour))).toPlainString())
                .put("block_timestamp", at.toString());
    }

    private static ObjectNode page(ArrayNode rows, String next) {
        ObjectNode page = Answer.object();
        page.set("data", rows);
        ObjectNode meta = page.putObject("meta");
        if (next.isEmpty()) {
            meta.putNull("next_cursor");
        } else {
            meta.put("next_cursor", next);
        }
        return page;
    }

    private static String next(ArrayNode rows) {
        return "after-" + rows.size();
    }
}
