package org.warmplan.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.warmplan.explain.Explanation;
import org.warmplan.value.MarketPrices;
import org.warmplan.value.PlannedPrice;
import org.warmplan.value.PriceComparison;
import org.warmplan.value.ValuedWorkload;

/**
 * A row of the price table as text, in wei per unit.
 *
 * @param market what others ask
 * @param documented what the documents say
 */
record PriceTable(String workload, String price, boolean suggested, String origin, String market, String documented) {

    /** One row per workload that is warm in the plan. */
    static List<PriceTable> of(Explanation plan) {
        return plan.workers().stream()
                .flatMap(worker -> worker.warm().stream())
                .distinct()
                .sorted()
                .flatMap(workload -> Stream.ofNullable(plan.valued().get(workload)))
                .filter(valued -> valued.price() != null)
                .map(PriceTable::row)
                .toList();
    }

    private static PriceTable row(ValuedWorkload valued) {
        PlannedPrice price = Objects.requireNonNull(valued.price());
        return new PriceTable(
                valued.workload().id(),
                price.price().text(),
                price.isSuggested(),
                price.text(),
                market(valued.beside().market()),
                documented(valued.beside()));
    }

    private static String market(MarketPrices market) {
        if (market.offers() == 0) {
            return "nobody else has it warm with a price";
        }
        String middle = market.median().orElseThrow().text();
        if (market.offers() < 3) {
            return "%s (%d offer%s)".formatted(middle, market.offers(), market.offers() == 1 ? "" : "s");
        }
        return "%s, half of all from %s to %s (%d offers)"
                .formatted(
                        middle,
                        market.quantile(0.25).orElseThrow().text(),
                        market.quantile(0.75).orElseThrow().text(),
                        market.offers());
    }

    private static String documented(PriceComparison beside) {
        return beside.documented().figures().isEmpty()
                ? "nothing"
                : beside.documented().figures().stream()
                        .map(figure -> figure.price().text() + " (" + figure.text() + ")")
                        .collect(Collectors.joining("; "));
    }
}
