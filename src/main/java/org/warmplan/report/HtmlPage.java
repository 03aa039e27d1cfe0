package org.warmplan.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.warmplan.domain.CountedIssue;
import org.warmplan.explain.Change;
import org.warmplan.explain.Explanation;
import org.warmplan.explain.Money;
import org.warmplan.files.Visible;
import org.warmplan.value.ValuedWorkload;

/**
 * Everything report.html says, as the templates show it: text from outside is visible text here, and nothing is left to
 * be worked out.
 *
 * @param settings what was set for this plan only
 * @param lookBack sentences on what came of the forecast before
 * @param verdict what the plan is worth, why nothing changes, how good it is
 * @param changes what changes; what stays is apart
 * @param suggests whether any of the prices is not the operator's own
 * @param odd how many oddities there are in the data
 */
record HtmlPage(
        String title,
        boolean example,
        List<String> warnings,
        List<String> verdict,
        String money,
        List<String> settings,
        List<KeyFigure> figures,
        List<ShownWorker> workers,
        List<ShownChange> changes,
        List<ShownChange> kept,
        HtmlTable fileChanges,
        HtmlTable prices,
        boolean suggests,
        List<Runbook.Todo> todos,
        DemandChart chart,
        HtmlTable demand,
        HtmlTable forecastCheck,
        List<String> lookBack,
        HtmlTable mixes,
        HtmlTable leftOut,
        HtmlTable fitting,
        HtmlTable unfit,
        HtmlTable inputs,
        HtmlTable issues,
        int odd) {
    static HtmlPage of(PlanReport report) {
        Explanation plan = report.explanation();
        Money money = report.money();
        Tables tables = new Tables(report);
        Map<Boolean, List<ShownChange>> kept = plan.changes().stream()
                .collect(Collectors.partitioningBy(
                        change -> change.kind() == Change.Kind.KEPT,
                        Collectors.mapping(ShownChange::of, Collectors.toList())));
        List<ValuedWorkload> byWorth = DemandTable.byWorth(plan.valued().values());
        return new HtmlPage(
                "Warm models for " + Wording.minute(report.at()),
                report.example(),
                report.warnings().stream().map(Visible::of).toList(),
                verdict(plan, money),
                Wording.unmarked(Wording.money(report)),
                report.settings().stream()
                        .map(Wording::setting)
                        .map(Visible::of)
                        .toList(),
                KeyFigure.of(report),
                ShownWorker.of(plan, money),
                kept.getOrDefault(false, List.of()),
                kept.getOrDefault(true, List.of()),
                HtmlTable.of("What else the files change", tables.fileChanges()),
                HtmlTable.of("Prices of what is warm", tables.prices()),
                tables.suggests(),
                Runbook.todos(report).stream().map(HtmlPage::visible).toList(),
                DemandChart.of(byWorth, money),
                HtmlTable.of("Demand of the whole network in a week, by workload", tables.demand()),
                HtmlTable.of("What was forecast for a week before, and what came", tables.forecastCheck()),
                CheckedForecast.sentences(report.lookBack()).stream()
                        .map(Visible::of)
                        .toList(),
                HtmlTable.of("What the plan is worth by which gateways ask", tables.mixes()),
                HtmlTable.of("Traffic that is not counted as demand", tables.leftOut()),
                HtmlTable.of("What may newly be warmed on which cards", tables.fitting()),
                HtmlTable.of("What may not newly be warmed on which cards", tables.unfit()),
                HtmlTable.of("Snapshots the plan was made from", tables.inputs()),
                HtmlTable.of("Oddities in the data", tables.issues()),
                report.issues().stream().mapToInt(CountedIssue::count).sum());
    }

    private static List<String> verdict(Explanation plan, Money money) {
        return Stream.of(
                        Wording.worth(plan, money),
                        Wording.keepRule(plan.choice(), money),
                        Wording.proof(plan.choice(), money))
                .filter(sentence -> !sentence.isEmpty())
                .map(Visible::of)
                .toList();
    }

    private static Runbook.Todo visible(Runbook.Todo todo) {
        return new Runbook.Todo(
                Visible.of(todo.title()), todo.steps().stream().map(Visible::of).toList());
    }

    /** Whether there is more than one worker, so that an overview helps. */
    boolean hasOverview() {
        return workers.size() > 1;
    }
}
