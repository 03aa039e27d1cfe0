package org.warmplan.report;

import org.warmplan.domain.CountedIssue;
import org.warmplan.explain.Change;
import org.warmplan.explain.Explanation;
import org.warmplan.explain.Money;
import org.warmplan.explain.SlotPlan;
import org.warmplan.explain.WorkerPlan;
import org.warmplan.files.Visible;
import org.warmplan.value.ValuedWorkload;

/** The plan on one screen of a terminal. */
public final class Summary {
    private static final int DEMAND_ROWS = 8;

    private final PlanReport report;
    private final Money money;
    private final StringBuilder text = new StringBuilder();

    private Summary(PlanReport report) {
        this.report = report;
        this.money = report.money();
    }

    /** The summary's text, plain and without colours. */
    public static String write(PlanReport report) {
        Summary summary = new Summary(report);
        summary.head();
        report.explanation().workers().forEach(summary::worker);
        summary.changes();
        summary.demand();
        summary.lookBack();
        summary.inputs();
        summary.issues();
        Runbook.steps(report).forEach(step -> summary.line(step));
        return summary.text.toString();
    }

    private void line(String line) {
        text.append(Visible.of(line)).append('\n');
    }

    private void head() {
        Explanation plan = report.explanation();
        line("Warmplan for " + Wording.minute(report.at()) + (report.example() ? " · example data" : ""));
        report.warnings().forEach(warning -> line("! " + warning));
        report.settings().forEach(setting -> line(Wording.setting(setting)));
        line(Wording.worth(plan, money));
        String kept = Wording.keepRule(plan.choice(), money);
        line(kept.isEmpty() ? Wording.proof(plan.choice(), money) : kept);
    }

    private void worker(WorkerPlan plan) {
        line("");
        line(Wording.worker(plan));
        Columns table = new Columns("slot", "-nvidia", "GPU", "warm", "ETH/week", "today");
        for (SlotPlan slot : plan.slots()) {
            String today = slot.before() == null
                    ? "–"
                    : slot.before().equals(slot.workload())
                            ? "same"
                            : slot.before().id();
            table.add(
                    String.valueOf(slot.slot()),
                    Wording.device(slot),
                    slot.gpu().name(),
                    Wording.workload(slot.workload()),
                    slot.workload() == null
                            ? "–"
                            : money.eth(slot.contribution()).replace(" ETH", ""),
                    today);
        }
        text.append(table.aligned("  "));
        if (!plan.cold().isEmpty()) {
            line("  cold: "
                    + String.join(", ", plan.cold().stream().map(w -> w.id()).toList()));
        }
    }

    private void changes() {
        line("");
        line("What changes");
        if (!report.changesAnything()) {
            line("  nothing");
        }
        for (Change change : report.explanation().changes()) {
            line("  %-6s %s on %s%s"
                    .formatted(
                            change.kind().word(),
                            change.workload(),
                            change.worker(),
                            change.count() > 1 ? " (" + change.count() + " replicas)" : ""));
            line("         " + change.reason());
        }
        report.fileChanges()
                .forEach((worker, lines) -> lines.forEach(text -> line("  file   of " + worker + " " + text)));
    }

    private void demand() {
        line("");
        line("Demand of the network a week, and what a first replica here would earn");
        Columns table = new Columns("workload", "low", "mid", "high", "unit", "rivals", "ETH/week", "price, wei/unit");
        DemandTable.byWorth(report.explanation().valued().values()).stream()
                .limit(DEMAND_ROWS)
                .forEach(valued -> row(table, valued));
        text.append(table.aligned("  "));
    }

    private void row(Columns table, ValuedWorkload valued) {
        DemandTable row = DemandTable.of(valued, money);
        table.add(row.workload(), row.low(), row.mid(), row.high(), row.unit(), row.rivals(), row.worth(), row.price());
    }

    private void lookBack() {
        line("");
        line(CheckedForecast.summary(report.lookBack().check()));
        CheckedForecast.calibration(report.lookBack()).forEach(this::line);
    }

    private void inputs() {
        line("");
        line("Made from");
        SeenInput.spans(report.inputs())
                .forEach(span -> line("  %s of %s, %s old%s"
                        .formatted(
                                span.newest().source(),
                                Wording.minute(span.newest().instant()),
                                Wording.age(span.newest().age(report.at())),
                                span.count() == 1 ? "" : ", and %d earlier".formatted(span.count() - 1))));
    }

    private void issues() {
        line("");
        int count = report.issues().stream().mapToInt(CountedIssue::count).sum();
        line(count == 0 ? "Nothing odd in the data." : "Odd in the data: %d, listed in the report.".formatted(count));
        line("");
    }
}
