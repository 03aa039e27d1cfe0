package org.warmplan.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.warmplan.explain.WorkerPlan;

/**
 * What the operator does with a published plan. aiModels.json is read once, when go-livepeer starts (starter.go:1342-1348
 * at 176aa415), so the process that owns the worker restarts; restarting a runner container reloads the model it had.
 */
final class Runbook {
    /**
     * What there is to do about one worker.
     *
     * @param steps in their order; empty when the title says all
     */
    record Todo(String title, List<String> steps) {}

    private Runbook() {}

    /** One per worker, in the order of the plan. */
    static List<Todo> todos(PlanReport report) {
        return report.explanation().workers().stream()
                .map(plan -> todo(report, plan))
                .toList();
    }

    /** The same as lines of text, the steps numbered and indented. */
    static List<String> steps(PlanReport report) {
        List<String> lines = new ArrayList<>();
        for (Todo todo : todos(report)) {
            lines.add(todo.title());
            for (int i = 0; i < todo.steps().size(); i++) {
                lines.add("  %d. %s".formatted(i + 1, todo.steps().get(i)));
            }
        }
        return lines;
    }

    private static Todo todo(PlanReport report, WorkerPlan plan) {
        String name = plan.worker().name();
        boolean changes = report.explanation().changes(name);
        if (!changes && !report.fileChangesOf(name).isEmpty()) {
            return new Todo(
                    "To do on %s: what is warm stays warm. Only entries that are not warm, or prices, change; put the"
                                    .formatted(name)
                            + " published aiModels.json in place, and they hold from the next restart of go-livepeer.",
                    List.of());
        }
        if (!changes) {
            return new Todo(
                    "To do on %s: nothing. What is warm stays warm; no restart is needed.".formatted(name), List.of());
        }
        Path current = plan.worker().aiModels();
        return new Todo(
                "To do on %s:".formatted(name),
                List.of(
                        "Read the published aiModels.json, keep a copy of the old one, and put it in place of %s."
                                .formatted(current == null ? "the file given to -aiModels" : current),
                        "Restart go-livepeer itself (docker restart <go-livepeer container>, or systemctl restart <its unit>)."
                                + " Restarting an ai-runner container would only reload the model it had.",
                        "Watch the go-livepeer log, not the runner's: \"insufficient capacity\" there means that the node"
                                + " has ended because more was to be warmed than it has GPUs.",
                        "Within 25 minutes the network shows the new workloads as warm; gateways ask again within 10."));
    }
}
