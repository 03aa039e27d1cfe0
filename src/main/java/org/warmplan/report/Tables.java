package org.warmplan.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.warmplan.domain.CountedIssue;
import org.warmplan.domain.DataIssue;
import org.warmplan.explain.Explanation;
import org.warmplan.explain.Money;
import org.warmplan.fleet.Fit;
import org.warmplan.value.ValuedWorkload;

/** The tables that report.md and report.html both show. */
final class Tables {
    private final PlanReport report;
    private final Explanation plan;
    private final Money money;

    Tables(PlanReport report) {
        this.report = report;
        this.plan = report.explanation();
        this.money = report.money();
    }

    Columns fileChanges() {
        Columns table = new Columns("worker", "besides, its file");
        report.fileChanges().forEach((worker, lines) -> lines.forEach(text -> table.add(worker, text)));
        return table;
    }

    /** The price of everything that is warm in the plan, with what others ask and what documents say. */
    Columns prices() {
        Columns table = new Columns("workload", "wei per unit", "where from", "others ask, median", "documented");
        PriceTable.of(plan)
                .forEach(row -> table.add(row.workload(), row.price(), row.origin(), row.market(), row.documented()));
        return table;
    }

    /** Whether any of these prices is not the operator's own. */
    boolean suggests() {
        return PriceTable.of(plan).stream().anyMatch(PriceTable::suggested);
    }

    /** The most valuable workload first. */
    Columns demand() {
        Columns table = new Columns(
                "workload",
                "low",
                "mid",
                "high",
                "unit",
                "rivals warm",
                "share",
                "price, wei",
                "ETH a week",
                "range",
                "rests on");
        for (ValuedWorkload valued : DemandTable.byWorth(plan.valued().values())) {
            DemandTable row = DemandTable.of(valued, money);
            table.add(
                    row.workload(),
                    row.low(),
                    row.mid(),
                    row.high(),
                    row.unit(),
                    row.rivals(),
                    row.share(),
                    row.price(),
                    row.worth(),
                    row.range(),
                    row.evidence());
        }
        return table;
    }

    /** What was forecast for the own node a week before, and what came; empty when nothing was compared. */
    Columns forecastCheck() {
        Columns table = new Columns("workload", "what", "low", "expected", "high", "came", "within the range");
        CheckedForecast.rows(report.lookBack().check(), money)
                .forEach(row -> table.add(
                        row.workload(), row.what(), row.low(), row.mid(), row.high(), row.actual(), row.inside()));
        return table;
    }

    /** What the plan is worth if gateways choose otherwise, and what would be better. */
    Columns mixes() {
        return Mixes.table(report.mixes(), money);
    }

    /** What was seen and is no demand. */
    Columns leftOut() {
        return LeftOutRows.table(report.leftOut());
    }

    /** What may newly be warmed on which cards, and by which figure. */
    Columns fitting() {
        Columns table = new Columns("workload", "cards", "needs", "rule", "by which figure");
        plan.fits()
                .forEach((workload, byClass) -> cardsByCells(byClass, true)
                        .forEach((cells, cards) ->
                                table.add(workload.id(), cards, cells.get(0), cells.get(1), cells.get(2))));
        return table;
    }

    /** What may not newly be warmed on which cards, why, and what would change that. */
    Columns unfit() {
        Columns table = new Columns("workload", "cards", "why it is not newly warmed there", "what would change that");
        plan.fits()
                .forEach((workload, byClass) -> cardsByCells(byClass, false)
                        .forEach((cells, cards) -> table.add(workload.id(), cards, cells.get(0), cells.get(1))));
        return table;
    }

    /** Cards of which the same is to be said, by what is to be said. */
    private static Map<List<String>, String> cardsByCells(SortedMap<String, Fit> byClass, boolean fitting) {
        Map<List<String>, String> cards = new LinkedHashMap<>();
        byClass.forEach((card, fit) -> {
            if (fit instanceof Fit.Fits == fitting) {
                cards.merge(cells(fit), card, (a, b) -> a + ", " + b);
            }
        });
        return cards;
    }

    /** Three cells for what fits, two for what does not. */
    private static List<String> cells(Fit fit) {
        if (fit instanceof Fit.Fits fits) {
            return List.of(fits.need().text(), Wording.rule(fits.rule()), fits.reason());
        }
        if (fit instanceof Fit.Unfit unfit) {
            return List.of(unfit.reason(), unfit.wayOut());
        }
        return List.of(fit.reason(), ((Fit.NoFigure) fit).wayOut());
    }

    /** Every snapshot is in plan.json; of many of one source, hourly ones say, a reader wants the newest. */
    Columns inputs() {
        Columns table = new Columns("source", "kind", "newest", "age", "snapshots", "since", "SHA-256 of the newest");
        for (SeenInput.Span span : SeenInput.spans(report.inputs())) {
            SeenInput newest = span.newest();
            table.add(
                    newest.source(),
                    newest.kind(),
                    Wording.minute(newest.instant()),
                    Wording.age(newest.age(report.at())),
                    String.valueOf(span.count()),
                    Wording.minute(span.oldest().instant()),
                    newest.sha256().substring(0, 12));
        }
        return table;
    }

    Columns issues() {
        Columns table = new Columns("kind", "times", "source", "what follows", "for example");
        report.issues().forEach(issue -> row(table, issue));
        return table;
    }

    private static void row(Columns table, CountedIssue counted) {
        DataIssue issue = counted.first();
        String example = String.join(
                " = ",
                List.of(issue.path(), issue.value()).stream()
                        .filter(s -> !s.isEmpty())
                        .toList());
        table.add(issue.kind(), String.valueOf(counted.count()), issue.source(), issue.message(), example);
    }
}
