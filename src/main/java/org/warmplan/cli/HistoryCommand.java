package org.warmplan.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done with the memory of snapshots; this only leads to the others. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "The memory of snapshots: lists it, prunes it, adds to it, makes its index anew.",
        synopsisSubcommandLabel = "list|rebuild|prune|import")
final class HistoryCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new HistoryCommand())
                .addSubcommand(new HistoryListCommand(surroundings))
                .addSubcommand(new HistoryRebuildCommand(surroundings))
                .addSubcommand(new HistoryPruneCommand(surroundings))
                .addSubcommand(new HistoryImportCommand(surroundings));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Missing: list, rebuild, prune or import");
        }
    }
}
