package org.warmplan.report;

import org.warmplan.files.Visible;
import org.warmplan.worker.watch.Cause;
import org.warmplan.worker.watch.Evidence;
import org.warmplan.worker.watch.PlannedSlot;
import org.warmplan.worker.watch.Verdict;

/** What {@code verify} found, for a terminal: a table of the slots, then the causes. */
public final class WarmSummary {
    private final StringBuilder text = new StringBuilder();

    private WarmSummary() {}

    /** The text, plain and without colours. */
    public static String write(WarmCheck check) {
        WarmSummary summary = new WarmSummary();
        summary.head(check);
        summary.table(check);
        check.verdicts().forEach(summary::cause);
        if (!check.notes().isEmpty()) {
            summary.line("");
            check.notes().forEach(note -> summary.line("Note: " + note));
        }
        return summary.text.toString();
    }

    private void line(String line) {
        text.append(Visible.of(line)).append('\n');
    }

    private void head(WarmCheck check) {
        check.warnings().forEach(warning -> line("! " + warning));
        int count = check.verdicts().size();
        String found = count == 0
                ? "the plan warms nothing"
                : "%d of %d planned slots %s as planned"
                        .formatted(check.warm(), count, check.warm() == 1 ? "is" : "are");
        line("%s at %s: %s".formatted(check.worker(), Wording.minute(check.at()), found));
    }

    private void table(WarmCheck check) {
        Columns table = new Columns("slot", "-nvidia", "GPU", "workload", "state");
        for (Verdict verdict : check.verdicts()) {
            PlannedSlot slot = verdict.slot();
            table.add(
                    String.valueOf(slot.slot()),
                    slot.container() == 0 ? slot.device() : "%s (%d)".formatted(slot.device(), slot.container() + 1),
                    slot.gpu(),
                    slot.workload().id(),
                    verdict.state().words());
        }
        if (!table.isEmpty()) {
            text.append(table.aligned("  "));
        }
    }

    private void cause(Verdict verdict) {
        Cause cause = verdict.cause();
        if (cause == null) {
            return;
        }
        line("");
        line("slot %d, %s: %s"
                .formatted(
                        verdict.slot().slot(),
                        verdict.slot().workload(),
                        verdict.state().words()));
        line("  " + cause.sentence() + " " + cause.wayOut());
        for (Evidence evidence : verdict.evidence()) {
            line("  - " + evidence.told());
        }
    }
}
