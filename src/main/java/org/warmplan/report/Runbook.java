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
    private Runbook() {}

    static List<String> steps(PlanReport report) {
        List<String> steps = new ArrayList<>();
        for (WorkerPlan plan : report.explanation().workers()) {
            steps.addAll(steps(report, plan));
        }
        return steps;
    }

    private static List<String> steps(PlanReport report, WorkerPlan plan) {
        String name = plan.worker().name();
        boolean changes = report.explanation().changes(name);
        if (!changes && !report.fileChangesOf(name).isEmpty()) {
            return List.of(
                    "To do on %s: what is warm stays warm. Only entries that are not warm, or prices, change; put the"
                                    .formatted(name)
                            + " published aiModels.json in place, and they hold from the next restart of go-livepeer.");
        }
        if (!changes) {
            return List.of("To do on %s: nothing. What is warm stays warm; no restart is needed.".formatted(name));
        }
        Path current = plan.worker().aiModels();
        return List.of(
                "To do on %s:".formatted(name),
                "  1. Read the published aiModels.json, keep a copy of the old one, and put it in place of %s."
                        .formatted(current == null ? "the file given to -aiModels" : current),
                "  2. Restart go-livepeer itself (docker restart <go-livepeer container>, or systemctl restart <its unit>)."
                        + " Restarting an ai-runner container would only reload the model it had.",
                "  3. Watch the go-livepeer log, not the runner's: \"insufficient capacity\" there means that the node"
                        + " has ended because more was to be warmed than it has GPUs.",
                "  4. Within 25 minutes the network shows the new workloads as warm; gateways ask again within 10.");
    }
}
