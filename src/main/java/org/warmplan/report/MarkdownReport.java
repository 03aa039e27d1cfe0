package org.warmplan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.warmplan.domain.CountedIssue;
import org.warmplan.domain.DataIssue;
import org.warmplan.explain.Change;
import org.warmplan.explain.Explanation;
import org.warmplan.explain.Money;
import org.warmplan.explain.SlotPlan;
import org.warmplan.explain.WorkerPlan;
import org.warmplan.fleet.Fit;
import org.warmplan.value.ValuedWorkload;

/** report.md: the plan for the person who will restart the node. */
public final class MarkdownReport {
    private final PlanReport report;
    private final Explanation plan;
    private final Money money;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(PlanReport report) {
        this.report = report;
        this.plan = report.explanation();
        this.money = report.money();
    }

    /** The file's text. */
    public static String write(PlanReport report) {
        MarkdownReport writer = new MarkdownReport(report);
        writer.head();
        writer.slots();
        writer.changes();
        writer.runbook();
        writer.demand();
        writer.fits();
        writer.inputs();
        writer.issues();
        return writer.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void section(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void head() {
        line("# Warm models for " + Wording.minute(report.at()));
        line("");
        if (report.example()) {
            line("**Example data.** The network and the fleet behind this report are made up.");
            line("");
        }
        report.warnings().forEach(warning -> line("> **" + Markdown.escape(warning) + "**\n>"));
        line(Markdown.escape(Wording.worth(plan, money)));
        String kept = Wording.keepRule(plan.choice(), money);
        line(kept.isEmpty() ? "" : Markdown.escape(kept));
        line(Markdown.escape(Wording.proof(plan.choice(), money)));
        line("");
        line("Money is an estimate from public data, at %s USD per ETH (policy `ethUsd`). "
                        .formatted(report.usdPerEth().toPlainString())
                + "The ranges below say how little is known.");
    }

    private void slots() {
        section("Slots");
        for (WorkerPlan worker : plan.workers()) {
            line("### " + Markdown.escape(worker.worker().name()) + " ("
                    + worker.worker().role().word() + ")");
            line("");
            line(Wording.order(worker));
            line("");
            Columns table = new Columns(
                    "slot", "-nvidia", "GPU", "warm", "ETH a week", "next choice, and what it would lose", "today");
            worker.slots().forEach(slot -> row(table, slot));
            line(table.markdown());
            cold(worker);
            if (worker.reload() > 0) {
                line("The restart costs about " + money.both(worker.reload()) + " once; it is in the plan's worth.");
                line("");
            }
            staying(worker);
        }
    }

    /** What may stay on its card although the figures are against it or missing. */
    private void staying(WorkerPlan worker) {
        for (SlotPlan slot : worker.slots()) {
            Fit fit = slot.fit();
            if (fit != null && !(fit instanceof Fit.Fits)) {
                line(Markdown.escape("%s runs on %s now, so it may stay. %s"
                        .formatted(Wording.workload(slot.workload()), slot.gpuId(), fit.reason())));
                line("");
            }
        }
    }

    private void row(Columns table, SlotPlan slot) {
        String held = slot.workload() == null ? "–" : "none: the rules hold it there";
        String next = slot.flipPrice() == null
                ? held
                : "%s, %s%s"
                        .formatted(
                                slot.runnerUp() == null ? "nothing" : slot.runnerUp(),
                                slot.flipProven() ? "" : "at most ",
                                money.eth(slot.flipPrice()));
        table.add(
                String.valueOf(slot.slot()),
                Wording.device(slot),
                slot.gpu().name(),
                Wording.workload(slot.workload()),
                slot.workload() == null ? "–" : money.eth(slot.contribution()).replace(" ETH", ""),
                next,
                Wording.workload(slot.before()));
    }

    private void cold(WorkerPlan worker) {
        if (worker.cold().isEmpty()) {
            return;
        }
        boolean free = worker.free() > 0;
        line("Listed cold: "
                + String.join(
                        ", ",
                        worker.cold().stream().map(w -> Markdown.escape(w.id())).toList()) + "."
                + (free
                        ? ""
                        : " With every slot warm, none of these can be served: a cold model needs a free slot."
                                + " The node still advertises them."));
        line("");
    }

    private void changes() {
        section("What changes, and why");
        Columns table = new Columns("", "workload", "worker", "replicas", "reason");
        for (Change change : plan.changes()) {
            table.add(
                    change.kind().word(),
                    change.workload().id(),
                    change.worker(),
                    String.valueOf(change.count()),
                    change.reason());
        }
        line(table.isEmpty() ? "Nothing is warm, and nothing becomes warm." : table.markdown());
        fileChanges();
        prices();
    }

    private void fileChanges() {
        Columns table = new Columns("worker", "besides, its file");
        report.fileChanges().forEach((worker, lines) -> lines.forEach(text -> table.add(worker, text)));
        if (!table.isEmpty()) {
            line(table.markdown());
        }
    }

    private void prices() {
        List<PriceTable> rows = PriceTable.of(plan);
        if (rows.isEmpty()) {
            return;
        }
        Columns table = new Columns("workload", "wei per unit", "where from", "others ask, median", "documented");
        rows.forEach(row -> table.add(row.workload(), row.price(), row.origin(), row.market(), row.documented()));
        if (rows.stream().anyMatch(PriceTable::suggested)) {
            line("Prices marked **suggested** are not yours. Set your own under `prices` in fleet.yaml:");
            line("");
        }
        line(table.markdown());
    }

    private void runbook() {
        section("What to do");
        Runbook.steps(report)
                .forEach(step -> line(step.startsWith("  ") ? step.strip() : "\n" + Markdown.escape(step) + "\n"));
    }

    private void demand() {
        section("Demand, and what a first replica here would earn");
        line("Billed units the whole network asks for in a week: one time in ten less than *low*, one time in ten more"
                + " than *high*. ETH a week is the average over demand, share and place in the queue; the range holds"
                + " bad and good luck in both.");
        line("");
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
        line(table.isEmpty() ? "No source told of any demand." : table.markdown());
    }

    private void fits() {
        Columns fitting = new Columns("workload", "cards", "needs", "rule", "by which figure");
        Columns others = new Columns("workload", "cards", "why it is not newly warmed there", "what would change that");
        plan.fits().forEach((workload, byClass) -> {
            Map<List<String>, List<String>> cards = new LinkedHashMap<>();
            byClass.forEach((card, fit) ->
                    cards.computeIfAbsent(cells(fit), k -> new ArrayList<>()).add(card));
            cards.forEach((cells, on) -> {
                String all = String.join(", ", on);
                if (cells.size() == 3) {
                    fitting.add(workload.id(), all, cells.get(0), cells.get(1), cells.get(2));
                } else {
                    others.add(workload.id(), all, cells.get(0), cells.get(1));
                }
            });
        });
        section("What fits where");
        line(
                "VRAM to plan with, by the first rule that has a figure: 1 your own; 2 seen alone on such a card, so it takes"
                        + " all of it; 3 measured idle plus 15 %, at least 1 GiB; 4 documented peak; 5 documented warm figure"
                        + " times 1.3, an estimate. Rule 2 leaves no room on a card with reserved VRAM: there, give your own figure"
                        + " under `overrides`.");
        line("");
        line(fitting.isEmpty() ? "Nothing." : fitting.markdown());
        if (!others.isEmpty()) {
            section("What does not fit");
            line(others.markdown());
        }
    }

    /** Three cells for what fits, two for what does not. */
    private static List<String> cells(Fit fit) {
        if (fit instanceof Fit.Fits fits) {
            return List.of(
                    fits.need().text(),
                    fits.rule().number() + (fits.rule().isEstimate() ? " (estimate)" : ""),
                    fits.reason());
        }
        if (fit instanceof Fit.Unfit unfit) {
            return List.of(unfit.reason(), unfit.wayOut());
        }
        return List.of(fit.reason(), ((Fit.NoFigure) fit).wayOut());
    }

    private void inputs() {
        section("Made from");
        Columns table = new Columns("source", "kind", "seen", "age", "SHA-256");
        for (SeenInput input : report.inputs()) {
            table.add(
                    input.source(),
                    input.kind(),
                    Wording.minute(input.instant()),
                    Wording.age(input.age(report.at())),
                    input.sha256().substring(0, 12));
        }
        line(table.isEmpty() ? "Nothing: no snapshot was at hand." : table.markdown());
    }

    private void issues() {
        section("Odd in the data");
        Columns table = new Columns("kind", "times", "source", "what follows", "for example");
        report.issues().forEach(issue -> row(table, issue));
        line(table.isEmpty() ? "Nothing." : table.markdown());
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
