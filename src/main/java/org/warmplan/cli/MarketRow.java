package org.warmplan.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.warmplan.files.JsonText;
import org.warmplan.replay.market.Market;
import org.warmplan.replay.market.Worth;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of the table of markets.
 *
 * @param requests of users and testers, in a mean week
 */
record MarketRow(long seed, int orchestrators, int cards, int workloads, long requests, Worth worth) {
    static final String HEAD =
            "  seed  orchestrators  cards  workloads  requests/week  keep last week  random  hindsight ETH/week  counts\n";

    private static final int VERSION = 1;
    private static final double GWEI_PER_ETH = 1e9;
    private static final int DIGITS = 4;

    static MarketRow of(long seed, Market market, Worth worth) {
        long requests = 0;
        for (int week = 0; week < market.weeks(); week++) {
            requests += market.log(week).requested();
        }
        return new MarketRow(
                seed,
                market.cast().orchestrators().size(),
                market.cast().nodes().stream()
                        .mapToInt(node -> node.cards().size())
                        .sum(),
                market.cast().workloads().size(),
                Math.round((double) requests / market.weeks()),
                worth);
    }

    String line() {
        return String.format(
                        Locale.ROOT,
                        "%6d  %13d  %5d  %9d  %13d  %14.2f  %6.2f  %18.4g  %6s%n",
                        seed,
                        orchestrators,
                        cards,
                        workloads,
                        requests,
                        worth.keep(),
                        worth.random(),
                        ethPerWeek(),
                        worth.counts() ? "yes" : "no")
                .replace(System.lineSeparator(), "\n");
    }

    static String summary(List<MarketRow> rows) {
        long counting = rows.stream().filter(row -> row.worth().counts()).count();
        return "%d of %d %s. keep last week, random: part of what hindsight earns.%n"
                .formatted(counting, rows.size(), counting == 1 ? "counts" : "count")
                .replace(System.lineSeparator(), "\n");
    }

    static String json(List<MarketRow> rows) {
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        top.put("version", VERSION);
        ArrayNode markets = top.putArray("markets");
        for (MarketRow row : rows) {
            markets.addObject()
                    .put("seed", row.seed())
                    .put("orchestrators", row.orchestrators())
                    .put("cards", row.cards())
                    .put("workloads", row.workloads())
                    .put("requestsPerWeek", row.requests())
                    .put("keepLastWeek", rounded(row.worth().keep()))
                    .put("random", rounded(row.worth().random()))
                    .put("hindsightGweiPerWeek", Math.round(row.ethPerWeek() * GWEI_PER_ETH))
                    .put("counts", row.worth().counts());
        }
        return JsonText.write(top);
    }

    private double ethPerWeek() {
        return worth.hindsightGwei() / (Worth.TO - Worth.FROM) / GWEI_PER_ETH;
    }

    private static BigDecimal rounded(double part) {
        return BigDecimal.valueOf(part).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
