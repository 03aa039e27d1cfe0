package org.warmplan.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.warmplan.demand.evidence.LeftOut;
import tools.jackson.databind.node.ArrayNode;

/** Traffic that was seen and is no demand: as a table, as sentences and as JSON. */
public final class LeftOutRows {
    static final String NOTHING = "No traffic that was seen was left out as a test or a failure.";
    static final String INTRODUCTION =
            "Seen over the whole window (policy `demand.windowDays`), and not counted as demand:";
    private static final int NAMED = 3;

    private LeftOutRows() {}

    static Columns table(List<LeftOut> leftOut) {
        Columns table = new Columns("left out", "of", "live sessions", "minutes of live video", "jobs");
        for (LeftOut some : leftOut) {
            table.add(
                    some.reason().text(),
                    some.what(),
                    amount(some.sessions()),
                    amount(some.minutes()),
                    amount(some.jobs()));
        }
        return table;
    }

    /** A sentence for each reason, the amounts first. */
    public static List<String> sentences(List<LeftOut> leftOut) {
        Map<LeftOut.Reason, List<LeftOut>> byReason = new EnumMap<>(LeftOut.Reason.class);
        leftOut.forEach(some ->
                byReason.computeIfAbsent(some.reason(), r -> new ArrayList<>()).add(some));
        List<String> sentences = new ArrayList<>();
        byReason.forEach(
                (reason, some) -> sentences.add("%s: %s (%s)".formatted(amounts(some), reason.text(), names(some))));
        return sentences;
    }

    private static String amounts(List<LeftOut> some) {
        List<String> amounts = new ArrayList<>();
        addAmount(amounts, some.stream().mapToDouble(LeftOut::jobs).sum(), "jobs");
        addAmount(amounts, some.stream().mapToDouble(LeftOut::sessions).sum(), "live sessions");
        addAmount(amounts, some.stream().mapToDouble(LeftOut::minutes).sum(), "minutes of live video");
        return String.join(", ", amounts);
    }

    private static void addAmount(List<String> amounts, double amount, String what) {
        if (amount > 0) {
            amounts.add(amount(amount) + " " + what);
        }
    }

    private static String names(List<LeftOut> some) {
        List<String> names = new ArrayList<>();
        some.stream().limit(NAMED).forEach(one -> names.add(one.what()));
        return String.join(", ", names) + (some.size() > NAMED ? " and %d more".formatted(some.size() - NAMED) : "");
    }

    /** Whole numbers; estimates may be parts of one. */
    private static String amount(double amount) {
        if (amount == 0) {
            return "–";
        }
        return amount < 1 ? "under 1" : Wording.count(Math.round(amount));
    }

    static void put(ArrayNode array, List<LeftOut> leftOut) {
        for (LeftOut some : leftOut) {
            array.addObject()
                    .put("reason", some.reason().word())
                    .put("text", some.reason().text())
                    .put("what", some.what())
                    .put("sessions", rounded(some.sessions()))
                    .put("minutes", rounded(some.minutes()))
                    .put("jobs", rounded(some.jobs()));
        }
    }

    /** To a thousandth: more digits of an estimate say nothing. */
    private static double rounded(double amount) {
        return Math.rint(amount * 1000) / 1000;
    }
}
