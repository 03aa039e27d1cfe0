package org.warmplan.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that {@code run} and {@code plan} share. */
final class PlanOptions {
    @Option(names = "--fleet", paramLabel = "FILE", description = "Your fleet.yaml: workers, GPUs, pins, prices.")
    private @Nullable Path fleet;

    @Option(names = "--data", paramLabel = "DIR", description = "Where snapshots are kept (default: ./data).")
    private @Nullable Path data;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to publish (default: reports/<date>, then -2, -3 ...).")
    private @Nullable Path out;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Plan for this instant, like 2026-11-23T06:00:00Z; what was seen later is ignored"
                    + " (default: now).")
    private @Nullable String at;

    @Option(
            names = "--own-prices-only",
            description = "Suggest no prices: a workload without a price of yours is not newly planned.")
    private boolean ownPricesOnly;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "What to print: a summary, or plan.json (default: text).")
    private Options.Format format = Options.Format.TEXT;

    @Option(
            names = "--fail-on-change",
            description = "Ends with exit code 5 when the plan changes something; everything is published as well.")
    private boolean failOnChange;

    @Mixin
    private SetOption set = new SetOption();

    @Nullable
    Path fleet() {
        return fleet;
    }

    @Nullable
    Path data() {
        return data;
    }

    @Nullable
    Path out() {
        return out;
    }

    @Nullable
    String at() {
        return at;
    }

    boolean ownPricesOnly() {
        return ownPricesOnly;
    }

    PolicySettings settings() {
        return set.settings();
    }

    Options.Format format() {
        return format;
    }

    /** What the command ends with, once everything is published. */
    ExitCode exitCode(boolean changesAnything) {
        return failOnChange && changesAnything ? ExitCode.CHANGES : ExitCode.DONE;
    }
}
