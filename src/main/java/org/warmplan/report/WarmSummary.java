package org.warmplan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        summary.causes(check);
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

    /** Slots with the same answer are told together: what ends go-livepeer ends them all. */
    private void causes(WarmCheck check) {
        Map<String, List<Verdict>> together = new LinkedHashMap<>();
        for (Verdict verdict : check.verdicts()) {
            if (verdict.cause() != null) {
                together.computeIfAbsent(verdict.state() + " " + verdict.cause(), same -> new ArrayList<>())
                        .add(verdict);
            }
        }
        together.values().forEach(this::cause);
    }

    private void cause(List<Verdict> same) {
        Cause cause = same.get(0).cause();
        String slots = same.stream()
                .map(verdict -> String.valueOf(verdict.slot().slot()))
                .collect(Collectors.joining(", "));
        line("");
        line("slot%s %s: %s"
                .formatted(
                        same.size() == 1 ? "" : "s", slots, same.get(0).state().words()));
        if (cause != null) {
            line("  " + cause.sentence());
            line("  " + cause.wayOut());
        }
        same.stream()
                .flatMap(verdict -> verdict.evidence().stream())
                .map(Evidence::told)
                .distinct()
                .forEach(told -> line("  - " + told));
    }
}
