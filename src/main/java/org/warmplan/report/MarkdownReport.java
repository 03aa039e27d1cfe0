package org.warmplan.report;

import org.warmplan.explain.Change;
import org.warmplan.explain.Explanation;
import org.warmplan.explain.Money;
import org.warmplan.explain.SlotPlan;
import org.warmplan.explain.WorkerPlan;

/** report.md: the plan for the person who will restart the node. */
public final class MarkdownReport {
    private final PlanReport report;
    private final Explanation plan;
    private final Money money;
    private final Tables tables;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(PlanReport report) {
        this.report = report;
        this.plan = report.explanation();
        this.money = report.money();
        this.tables = new Tables(report);
    }

    /** The file's text. */
    public static String write(PlanReport report) {
        MarkdownReport writer = new MarkdownReport(report);
        writer.head();
        writer.slots();
        writer.changes();
        writer.runbook();
        writer.demand();
        writer.forecastCheck();
        writer.mixes();
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
        line(Wording.money(report));
        report.settings().forEach(setting -> line("\n" + Markdown.escape(Wording.setting(setting))));
    }

    private void slots() {
        section("Slots");
        for (WorkerPlan worker : plan.workers()) {
            line("### " + Markdown.escape(worker.worker().name()) + " ("
                    + worker.worker().role().word() + ")");
            line("");
            line(Wording.ORDER + Wording.rounds(worker) + Wording.reordered(worker));
            line("");
            Columns table = new Columns(
                    "slot", "-nvidia", "GPU", "warm", "ETH a week", "next choice, and what it would lose", "today");
            worker.slots().forEach(slot -> row(table, slot));
            line(table.markdown());
            paragraph(Wording.cold(worker));
            paragraph(Wording.reload(worker, money));
            worker.slots().forEach(slot -> paragraph(Wording.staying(slot)));
        }
    }

    /** Nothing for an empty text. */
    private void paragraph(String sentences) {
        if (!sentences.isEmpty()) {
            line(Markdown.escape(sentences));
            line("");
        }
    }

    private void row(Columns table, SlotPlan slot) {
        table.add(
                String.valueOf(slot.slot()),
                Wording.device(slot),
                slot.gpu().name(),
                Wording.workload(slot.workload()),
                slot.workload() == null ? "–" : Wording.bare(money, slot.contribution()),
                Wording.next(slot, money),
                Wording.workload(slot.before()));
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
        Columns table = tables.fileChanges();
        if (!table.isEmpty()) {
            line(table.markdown());
        }
    }

    private void prices() {
        Columns table = tables.prices();
        if (table.isEmpty()) {
            return;
        }
        if (tables.suggests()) {
            line(Wording.SUGGESTED);
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
        line(Wording.DEMAND);
        line("");
        Columns table = tables.demand();
        line(table.isEmpty() ? "No source told of any demand." : table.markdown());
        Columns leftOut = tables.leftOut();
        line(leftOut.isEmpty() ? LeftOutRows.NOTHING : LeftOutRows.INTRODUCTION);
        if (!leftOut.isEmpty()) {
            line("");
            line(leftOut.markdown());
        }
    }

    private void forecastCheck() {
        section(CheckedForecast.TITLE);
        Columns table = tables.forecastCheck();
        if (!table.isEmpty()) {
            line(table.markdown());
        }
        CheckedForecast.sentences(report.lookBack()).forEach(this::paragraph);
    }

    private void mixes() {
        section(Mixes.TITLE);
        paragraph(Mixes.INTRODUCTION);
        line(tables.mixes().markdown());
    }

    private void fits() {
        Columns fitting = tables.fitting();
        Columns others = tables.unfit();
        section("What fits where");
        line(Wording.VRAM_RULES);
        line("");
        line(fitting.isEmpty() ? "Nothing." : fitting.markdown());
        if (!others.isEmpty()) {
            section("What does not fit");
            line(others.markdown());
        }
    }

    private void inputs() {
        section("Made from");
        Columns table = tables.inputs();
        line(table.isEmpty() ? "Nothing: no snapshot was at hand." : table.markdown());
    }

    private void issues() {
        section("Odd in the data");
        Columns table = tables.issues();
        line(table.isEmpty() ? "Nothing." : table.markdown());
    }
}
