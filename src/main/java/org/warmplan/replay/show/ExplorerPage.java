package org.warmplan.replay.show;

import java.util.Comparator;
import java.util.List;
import org.warmplan.files.JsonText;
import org.warmplan.replay.show.Accounts.Account;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The explorer's page of orchestrators (livepeer/explorer {@code pages/orchestrators.tsx} and
 * {@code queries/orchestrators.graphql} at 79d3991): stake, and fees of 30, 60 and 90 days for all work together. Only the
 * 100 with the most in 30 days are on it.
 */
final class ExplorerPage {
    static final String URL = "https://explorer.example/orchestrators";

    private static final int ROWS = 100;
    private static final String FRACTION = "850000";
    private static final String NEVER =
            "115792089237316195423570985008687907853269984665640564039457584007913129639935";
    private static final int MONTH = 30;

    private final Accounts accounts;
    private final TicketLedger ledger;
    private final Chance chance;

    private record Row(Account account, long month) {}

    ExplorerPage(Accounts accounts, TicketLedger ledger, long seed) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.chance = new Chance(seed, "explorer");
    }

    /** The page on a day. */
    String on(int day) {
        List<Row> rows = accounts.list().stream()
                .map(account -> new Row(account, tickets(account, day, MONTH)))
                .sorted(Comparator.comparingLong(Row::month)
                        .reversed()
                        .thenComparing(row -> row.account().address()))
                .limit(ROWS)
                .toList();
        ObjectNode root = Answer.object();
        ObjectNode props = root.putObject("props").putObject("pageProps");
        props.put("hadError", false);
        ArrayNode transcoders = props.putObject("orchestrators").putArray("transcoders");
        rows.forEach(row -> transcoders.add(row(row, day)));
        double total = accounts.list().stream().mapToDouble(Account::stakeLpt).sum();
        props.putObject("protocol").putObject("protocol").put("totalActiveStake", Accounts.lpt(total));
        root.put("page", "/orchestrators");
        root.putObject("query");
        root.put("buildId", "simulated-market");
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Orchestrators (simulated market)</title></head>
                <body>
                <div id="__next"></div>
                <script id="__NEXT_DATA__" type="application/json">%s</script>
                </body>
                </html>
                """.formatted(JsonText.writeLine(root));
    }

    private ObjectNode row(Row row, int day) {
        Account account = row.account();
        int who = account.address().value().hashCode();
        return Answer.object()
                .put("id", account.address().value())
                .put("activationRound", String.valueOf(1_900 + chance.pick(2_000, who)))
                .put("deactivationRound", NEVER)
                .put("feeShare", FRACTION)
                .put("rewardCut", "100000")
                .put("totalStake", account.stake())
                .put("thirtyDayVolumeETH", Accounts.eth(row.month()))
                .put("sixtyDayVolumeETH", Accounts.eth(tickets(account, day, 2 * MONTH)))
                .put("ninetyDayVolumeETH", Accounts.eth(tickets(account, day, 3 * MONTH)));
    }

    private long tickets(Account account, int day, int days) {
        long ai = account.orchestrator() < 0 ? 0 : ledger.tickets(account.orchestrator(), day - days, day - 1);
        return ai + Accounts.transcodingTickets(account, day - days, day - 1);
    }
}
