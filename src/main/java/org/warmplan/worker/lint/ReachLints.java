package org.warmplan.worker.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.warmplan.fleet.Role;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.NeverServed;

/** Entries no job reaches, and images that are pulled at start. */
public final class ReachLints {
    private ReachLints() {}

    public static List<Lint> of(Checked checked) {
        List<Lint> lints = new ArrayList<>();
        for (NeverServed entry : checked.startup().neverServed()) {
            lints.add(
                    entry.reason() == NeverServed.Reason.LIVE_ON_REMOTE
                            ? live(entry.entry())
                            : Lint.of(
                                    LintCode.NEVER_SERVED,
                                    entry.entry(),
                                    "pipeline",
                                    entry.entry().label(),
                                    "%s is advertised, but %s"
                                            .formatted(
                                                    entry.entry().label(),
                                                    entry.reason().sentence())));
        }
        if (checked.setup().role() != Role.ORCHESTRATOR) {
            images(checked, lints);
        }
        return lints;
    }

    /**
     * An orchestrator without a worker asks its own, which is none, for free live containers whenever a gateway asks who it
     * is ({@code server/rpc.go:659-676}, {@code core/ai_orchestrator.go:444-446} at 176aa415).
     */
    private static Lint live(AiModel entry) {
        return Lint.of(
                LintCode.LIVE_ON_REMOTE,
                entry,
                "pipeline",
                entry.label(),
                "orchestrators send no live video to remote workers, and by its source the orchestrator panics at every"
                        + " gateway's question while a worker that lists it is connected");
    }

    /** For every entry, cold ones and those with a url too ({@code starter.go:1464-1468}). */
    private static void images(Checked checked, List<Lint> lints) {
        Set<String> images = checked.file().entries().stream()
                .flatMap(entry -> checked.setup().images().find(entry.pipeline(), entry.modelId()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!images.isEmpty()) {
            lints.add(new Lint(
                    LintCode.IMAGE_PULL,
                    "-aiModels",
                    String.join(", ", images),
                    "where the machine lacks them, the start waits until these images are pulled: "
                            + String.join(", ", images)));
        }
    }
}
