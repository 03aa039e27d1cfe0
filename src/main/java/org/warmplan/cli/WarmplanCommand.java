package org.warmplan.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The top command: it only leads to the others. */
@Command(
        name = "warmplan",
        mixinStandardHelpOptions = true,
        versionProvider = WarmplanCommand.Version.class,
        description = "Picks the AI models a Livepeer orchestrator should keep warm on each GPU.",
        footer = {
            "",
            "First contact, without a network:  ./warmplan run --example",
            "Your fleet.yaml:                   ./warmplan init",
            "The weekly run:                    ./warmplan run --fleet fleet.yaml",
            "What the network asks for:         ./warmplan demand --fleet fleet.yaml",
            "Would a file start, and where:     ./warmplan check aiModels.json --fleet fleet.yaml",
            "What another file would change:    ./warmplan diff OLD NEW",
            "Install what a run published:      ./warmplan apply --fleet fleet.yaml",
            "Is it warm after the restart:      ./warmplan verify --fleet fleet.yaml --log docker:NAME",
            "Solve a problem file again:        ./warmplan solve PROBLEM --out SOLUTION",
            "Is a solution what it claims:      ./warmplan certify PROBLEM SOLUTION",
            "What is filed of the network:      ./warmplan history list",
            "A simulated market to try it on:   ./warmplan market --out DIR",
            "How well plans are found:          ./warmplan bench --sizes rig,40",
            "",
            "Exit codes: 0 done; 1 a mistake in the program; 2 wrong usage; 3 input missing or unreadable;",
            "4 no feasible plan, the file would not start, not warm as planned, or a claim contradicted;",
            "5 with --fail-on-change, the plan changes something."
        })
final class WarmplanCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A command is missing: init, run, collect, plan, demand, solve, certify, check, diff, apply, verify,"
                            + " experiment, history, market or bench.");
        }
    }

    /** The version the jar was built as. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = WarmplanCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Warmplan " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
