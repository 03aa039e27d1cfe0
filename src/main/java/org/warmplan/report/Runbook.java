package org.warmplan.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.warmplan.explain.Experiment;
import org.warmplan.explain.WorkerPlan;

/**
 * What the operator does with a published plan. aiModels.json is read once, when go-livepeer starts (starter.go:1342-1348
 * at 176aa415), so the process that owns the worker restarts; restarting a runner container reloads the model it had.
 */
final class Runbook {
    private final PlanReport report;

    /**
     * What there is to do about one process.
     *
     * @param steps in their order; empty when the title says all
     */
    record Todo(String title, List<String> steps) {}

    private Runbook(PlanReport report) {
        this.report = report;
    }

    /** The orchestrator of remote workers first, then each worker in the order of the plan, then what is tried. */
    static List<Todo> todos(PlanReport report) {
        Runbook runbook = new Runbook(report);
        List<Todo> todos = new ArrayList<>();
        List<WorkerPlan> workers = report.explanation().workers();
        if (workers.stream().anyMatch(plan -> plan.worker().isRemote())) {
            todos.add(runbook.orchestrator());
        }
        workers.forEach(plan -> todos.add(runbook.todo(plan)));
        Experiment experiment = report.explanation().experiment();
        if (experiment != null) {
            todos.add(experiment(experiment));
        }
        return todos;
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

    /** A worker that comes up before the orchestrator knows its prices would be asked at the wrong ones. */
    private Todo orchestrator() {
        if (report.fileChangesOf(Publication.ORCHESTRATOR).isEmpty()) {
            return new Todo("To do on the orchestrator: nothing. Its prices stay.", List.of());
        }
        return new Todo(
                "To do on the orchestrator, before any remote worker:",
                List.of(
                        "Read the published orchestrator/aiModels.json and put it in place of the file given to the"
                                + " orchestrator's -aiModels: ./warmplan apply --worker orchestrator does it and keeps a copy"
                                + " of the old one.",
                        "Restart the orchestrator: it reads prices only when it starts. Its remote workers connect again by"
                                + " themselves."));
    }

    private Todo todo(WorkerPlan plan) {
        String name = plan.worker().name();
        boolean changes = report.explanation().changes(name);
        if (!changes && !report.fileChangesOf(name).isEmpty()) {
            return new Todo(
                    "To do on %s: what is warm stays warm. Only entries that are not warm, or prices, change; put the"
                                    .formatted(name)
                            + " published aiModels.json in place, and they hold from the next restart of go-livepeer.",
                    List.of());
        }
        return changes
                ? restart(plan)
                : new Todo(
                        "To do on %s: nothing. What is warm stays warm; no restart is needed.".formatted(name),
                        List.of());
    }

    private static Todo restart(WorkerPlan plan) {
        Path current = plan.worker().aiModels();
        List<String> steps = new ArrayList<>();
        steps.add(
                "Read the published aiModels.json and put it in place of %s: ./warmplan apply does it and keeps a copy of"
                                .formatted(current == null ? "the file given to -aiModels" : current)
                        + " the old one.");
        if (plan.reordered()) {
            steps.add(
                    "Start go-livepeer with -nvidia %s from now on, and list the gpus in fleet.yaml in that order: what"
                                    .formatted(plan.nvidia())
                            + " stays free comes last, because go-livepeer leaves no gaps.");
        }
        steps.add(
                "Restart go-livepeer itself%s (docker restart <go-livepeer container>, or systemctl restart <its unit>)."
                                .formatted(plan.worker().isRemote() ? ", the AI worker on this machine" : "")
                        + " Restarting an ai-runner container would only reload the model it had.");
        steps.add("Watch the go-livepeer log, not the runner's: \"insufficient capacity\" there means that the node"
                + " has ended because more was to be warmed than it has slots.");
        steps.add(
                "Within 25 minutes the network shows the new workloads as warm; gateways ask again within 10. Whether they"
                        + " really are, ./warmplan verify tells from logs and containers.");
        return new Todo("To do on %s:".formatted(plan.worker().name()), steps);
    }

    private static Todo experiment(Experiment experiment) {
        String what = "%s on %s of %s".formatted(experiment.flag(), experiment.workload(), experiment.worker());
        if (!experiment.isOpen()) {
            String then =
                    experiment.isOn() ? "keeps the flag" : "takes the flag away, from the next restart of go-livepeer";
            return new Todo(
                    "Experiment: you found %s %s; the published file %s."
                            .formatted(what, experiment.isOn() ? "good" : "bad", then),
                    List.of());
        }
        return new Todo(
                "Experiment: %s, since %s. It makes jobs faster, not dearer, and may change what they look like."
                        .formatted(what, Wording.minute(experiment.since())),
                List.of(
                        "Before the worker serves gateways again, send one prompt with a fixed seed to the flagged container"
                                + " on 127.0.0.1 (docker ps shows its port), with the flag and without, and compare the"
                                + " pictures. The first request is slow while the model is compiled.",
                        "Tell the next run: ./warmplan experiment verdict good --worker %s, or bad. Until then no other flag"
                                        .formatted(experiment.worker())
                                + " is tried. To try none at all, set experiments in policy.yaml to flags: []."));
    }
}
