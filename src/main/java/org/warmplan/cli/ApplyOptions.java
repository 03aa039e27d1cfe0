package org.warmplan.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;
import picocli.CommandLine.Option;

/** The options of {@code apply}. */
final class ApplyOptions {
    @Option(
            names = "--plan",
            paramLabel = "DIR",
            description = "What to install: a published folder or its plan.json (default: the newest under reports).")
    private @Nullable Path plan;

    @Option(names = "--fleet", paramLabel = "FILE", description = "Your fleet.yaml, which names the files to replace.")
    private @Nullable Path fleet;

    @Option(
            names = "--worker",
            paramLabel = "NAME",
            description = "Whose file, when the fleet has several; orchestrator for the price file of remote workers.")
    private @Nullable String worker;

    @Option(
            names = "--rollback",
            description = "Puts the file back that was there before; again for the one before that.")
    private boolean rollback;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Option(
            names = "--container",
            paramLabel = "NAME",
            description = "What Docker calls the go-livepeer container, for the restart command that is shown.")
    private @Nullable String container;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "What to print: sentences, or one JSON document; json needs --yes (default: text).")
    private Options.Format format = Options.Format.TEXT;

    /** Refuses options that do not go together. */
    void check() {
        if (rollback && plan != null) {
            throw new UsageException(
                    "--plan does not go with --rollback, which needs no plan. Maybe leave one of them out.");
        }
        if (isJson() && !yes) {
            throw new UsageException("--format json does not ask, so it needs --yes. Maybe look at the text first.");
        }
    }

    @Nullable
    Path plan() {
        return plan;
    }

    Path fleet() {
        if (fleet == null) {
            throw new UsageException("--fleet is missing: it names the file to replace. Maybe add --fleet fleet.yaml.");
        }
        return fleet;
    }

    @Nullable
    String worker() {
        return worker;
    }

    boolean rollback() {
        return rollback;
    }

    boolean yes() {
        return yes;
    }

    @Nullable
    String container() {
        return container;
    }

    boolean isJson() {
        return format == Options.Format.JSON;
    }

    Options.Format format() {
        return format;
    }
}
