package org.warmplan.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.warmplan.bench.BenchRow;
import org.warmplan.bench.Round;
import org.warmplan.bench.Run;
import org.warmplan.bench.Spread;
import org.warmplan.files.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The table of solving sizes as JSON: its rows, and every single run. */
final class BenchJson {
    private static final int VERSION = 1;
    private static final int DIGITS = 8;
    private static final double MILLIS = 1e3;

    private BenchJson() {}

    static String of(List<Round> rounds) {
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        top.put("version", VERSION);
        ArrayNode rows = top.putArray("rows");
        BenchRow.of(rounds).forEach(row -> put(rows.addObject(), row));
        ArrayNode runs = top.putArray("runs");
        rounds.forEach(round -> round.runs().forEach(run -> put(runs.addObject(), round, run)));
        return JsonText.write(top);
    }

    private static void put(ObjectNode node, BenchRow row) {
        node.put("size", row.size().name())
                .put("contender", row.contender())
                .put("seeds", row.seeds())
                .put("answered", row.answered())
                .put("againstTheRules", row.broken())
                .put("optimal", row.optimal())
                .put("wrongBounds", row.refuted());
        put(node, "shareOfBound", row.share());
        put(node, "gapMedian", row.gap().map(Spread::median));
        put(node, "gapWorst", row.gap().map(Spread::worst));
        put(node, "boundAboveBest", row.looseness());
        put(node, "secondsMedian", Optional.of(row.seconds().median()));
        put(node, "secondsWorst", Optional.of(row.seconds().worst()));
        node.put("heapBytes", row.heapBytes());
    }

    private static void put(ObjectNode node, Round round, Run run) {
        node.put("size", round.size().name())
                .put("seed", round.seed())
                .put("contender", run.contender())
                .put("foundBy", run.foundBy());
        putAmount(node, "value", run.value());
        putAmount(node, "bound", run.bound());
        putAmount(node, "bestBound", round.bestBound());
        put(node, "gap", round.gap(run));
        put(node, "seconds", Optional.of(run.time().toMillis() / MILLIS));
        node.put("heapBytes", run.heapBytes());
    }

    private static void put(ObjectNode node, String name, Optional<Double> figure) {
        node.put(
                name,
                figure.map(f -> BigDecimal.valueOf(f).setScale(DIGITS, RoundingMode.HALF_EVEN))
                        .orElse(null));
    }

    private static void putAmount(ObjectNode node, String name, Optional<BigInteger> amount) {
        node.put(name, amount.orElse(null));
    }
}
