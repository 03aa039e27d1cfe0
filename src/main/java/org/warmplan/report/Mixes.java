package org.warmplan.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.warmplan.explain.MixSweep;
import org.warmplan.explain.Money;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the plan moves with the mix of gateways, for people and for programs. */
final class Mixes {
    static final String TITLE = "If gateways chose otherwise";

    static final String INTRODUCTION =
            "Nobody publishes which part of batch requests comes by gateways that choose by stake and which by those that take"
                    + " who answered quickest last; policy.yaml assumes one (share.onChain). The same demand, valued at others:";

    /** A plan that is so little better is none for anybody who does not know the mix. */
    private static final double NEARLY = 0.01;

    /** Cards that are named in a report. */
    private static final int FEW = 4;

    private Mixes() {}

    static Columns table(MixSweep mixes, Money money) {
        Columns table = new Columns(
                "by stake", "this plan, ETH a week", "the best plan found then", "what that would hold instead");
        for (MixSweep.Row row : mixes.rows()) {
            table.add(
                    String.format(Locale.ROOT, "%.0f %%", 100 * row.onChain()),
                    Wording.bare(money, row.published()),
                    Wording.bare(money, row.best()),
                    moved(row));
        }
        return table;
    }

    private static String moved(MixSweep.Row row) {
        if (row.best() <= row.published() || row.moved().isEmpty()) {
            return "nothing: no better plan was found";
        }
        if (row.best() - row.published() < NEARLY * row.best()) {
            return "nothing that matters: this plan is within 1 % of it";
        }
        if (row.moved().size() > FEW) {
            return "other models on %d cards, named in plan.json under mixes"
                    .formatted(row.moved().size());
        }
        return row.moved().stream()
                .map(moved -> moved.gpu() + ": " + names(moved.best()))
                .collect(Collectors.joining("; "));
    }

    private static String names(List<String> workloads) {
        return workloads.isEmpty() ? "nothing" : String.join(" and ", workloads);
    }

    static void put(ArrayNode array, MixSweep mixes) {
        for (MixSweep.Row row : mixes.rows()) {
            ObjectNode node = array.addObject();
            node.put("onChain", row.onChain());
            node.put("value", row.published());
            node.put("bestValue", row.best());
            ArrayNode moved = node.putArray("moved");
            for (MixSweep.Moved card : row.moved()) {
                ObjectNode of = moved.addObject().put("gpu", card.gpu());
                card.published().forEach(of.putArray("published")::add);
                card.best().forEach(of.putArray("best")::add);
            }
        }
    }
}
