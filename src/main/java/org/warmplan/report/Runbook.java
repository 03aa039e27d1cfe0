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

    private Runbook(PlanReport report) {
        this.report = report;
    }

    /** One line each; those that start with two blanks are steps of the line before them. */
    static List<String> steps(PlanReport report) {
        Runbook runbook = new Runbook(report);
        List<String> steps = new ArrayList<>(runbook.orchestrator());
        for (WorkerPlan plan : report.explanation().workers()) {
            steps.addAll(runbook.steps(plan));
        }
        Experiment experiment = report.explanation().experiment();
        if (experiment != null) {
            steps.addAll(experiment(experiment));
        }
        return steps;
    }

    private static List<String> experiment(Experiment experiment) {
        String what = "%s on %s of %s".formatted(experiment.flag(), experiment.workload(), experiment.worker());
        if (!experiment.isOpen()) {
            return List.of("Experiment: you found %s %s; the published file %s."
                    .formatted(
                            what,
                            experiment.isOn() ? "good" : "bad",
                            experiment.isOn()
                                    ? "keeps the flag"
                                    : "takes the flag away, from the next restart of go-livepeer"));
        }
        return List.of(
                "Experiment: %s, since %s. It makes jobs faster, not dearer, and may change what they look like."
                        .formatted(what, Wording.minute(experiment.since())),
                "  1. Before the worker serves gateways again, send one prompt with a fixed seed to the flagged container on"
                        + " 127.0.0.1 (docker ps shows its port), with the flag and without, and compare the pictures. The"
                        + " first request is slow while the model is compiled.",
                "  2. Tell the next run: ./warmplan experiment verdict good --worker %s, or bad. Until then no other flag is"
                                .formatted(experiment.worker())
                        + " tried. To try none at all, set experiments in policy.yaml to flags: [].");
    }

    /** A worker that comes up before the orchestrator knows its prices would be asked at the wrong ones. */
    private List<String> orchestrator() {
        boolean remote = report.explanation().workers().stream()
                .anyMatch(plan -> plan.worker().isRemote());
        if (!remote) {
            return List.of();
        }
        if (report.fileChangesOf(FileSet.ORCHESTRATOR).isEmpty()) {
            return List.of("To do on the orchestrator: nothing. Its prices stay.");
        }
        return List.of(
                "To do on the orchestrator, before any remote worker:",
                "  1. Read the published orchestrator/aiModels.json, keep a copy of the old one, and put it in place of the"
                        + " file given to the orchestrator's -aiModels.",
                "  2. Restart the orchestrator: it reads prices only when it starts. Its remote workers connect again by"
                        + " themselves.");
    }

    private List<String> steps(WorkerPlan plan) {
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
        return restart(plan);
    }

    private static List<String> restart(WorkerPlan plan) {
        Path current = plan.worker().aiModels();
        List<String> todo = new ArrayList<>();
        todo.add("Read the published aiModels.json, keep a copy of the old one, and put it in place of %s."
                .formatted(current == null ? "the file given to -aiModels" : current));
        if (plan.reordered()) {
            todo.add(
                    "Start go-livepeer with -nvidia %s from now on, and list the gpus in fleet.yaml in that order: what"
                                    .formatted(plan.nvidia())
                            + " stays free comes last, because go-livepeer leaves no gaps.");
        }
        todo.add(
                "Restart go-livepeer itself%s (docker restart <go-livepeer container>, or systemctl restart <its unit>)."
                                .formatted(plan.worker().isRemote() ? ", the AI worker on this machine" : "")
                        + " Restarting an ai-runner container would only reload the model it had.");
        todo.add("Watch the go-livepeer log, not the runner's: \"insufficient capacity\" there means that the node"
                + " has ended because more was to be warmed than it has slots.");
        todo.add("Within 25 minutes the network shows the new workloads as warm; gateways ask again within 10.");
        List<String> steps = new ArrayList<>();
        steps.add("To do on %s:".formatted(plan.worker().name()));
        for (int i = 0; i < todo.size(); i++) {
            steps.add("  %d. %s".formatted(i + 1, todo.get(i)));
        }
        return steps;
    }
}
