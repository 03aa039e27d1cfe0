package org.warmplan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.warmplan.domain.UsageException;
import org.warmplan.history.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Plans from history, without the network. */
@Command(name = "plan", mixinStandardHelpOptions = true, description = "Plans from history, without the network.")
final class PlanCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private PlanOptions options = new PlanOptions();

    PlanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path fleet = options.fleet();
        if (fleet == null) {
            throw new UsageException("--fleet is missing. Maybe run warmplan init first: it drafts a fleet.yaml.");
        }
        Path data = Objects.requireNonNullElse(options.data(), Path.of("data"));
        // A folder that is not there holds nothing to plan from, and is not made to say so.
        return Files.isDirectory(data) ? DataLock.holding(data, () -> plan(fleet, data)) : plan(fleet, data);
    }

    private int plan(Path fleet, Path data) {
        Instant at = Options.at(options.at(), surroundings.clock().instant());
        History memory = Memory.at(surroundings, data).warmedUp();
        PlanStep step = new PlanStep(surroundings, options);
        PlanStep.Setting setting = step.prepare(fleet, at);
        PlanStep.Request request = new PlanStep.Request(memory, List.of(), List.of(), at, false);
        return step.planAndPublish(setting, request, data);
    }
}
