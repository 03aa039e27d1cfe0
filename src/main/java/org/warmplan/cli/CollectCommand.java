package org.warmplan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.Outcome;
import org.warmplan.collect.ask.Limits;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.files.WholeFile;
import org.warmplan.history.SnapshotStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fetches the sources and files the snapshots. */
@Command(
        name = "collect",
        mixinStandardHelpOptions = true,
        description = {
            "Fetches the sources, files the snapshots.",
            "Made to run every hour: the more often it looks, the better demand and supply are known."
        })
final class CollectCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Limits limits;

    @Mixin
    private SourcesOption sources = new SourcesOption();

    @Option(names = "--data", paramLabel = "DIR", description = "Where snapshots are kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--list", description = "Only lists the sources, and the kinds there are.")
    private boolean list;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = "Keeps every raw answer in DIR too, secrets removed, for a bug report.")
    private @Nullable Path record;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "What to print: lines, or what became of each source as JSON (default: text).")
    private Options.Format format = Options.Format.TEXT;

    CollectCommand(Surroundings surroundings) {
        this(surroundings, Limits.USUAL);
    }

    /** With other limits than the usual ones. */
    CollectCommand(Surroundings surroundings, Limits limits) {
        this.surroundings = surroundings;
        this.limits = limits;
    }

    @Override
    public Integer call() {
        List<SourceSettings> settings = sources.settings(surroundings);
        if (list) {
            surroundings.show(isJson() ? CollectionJson.listed(settings) : SourcesText.listed(settings));
            return ExitCode.DONE.number();
        }
        WholeFile.requireWritable(data);
        if (record != null) {
            WholeFile.requireWritable(record);
        }
        // Others may file at the same time: each snapshot is filed under a short lock of its own.
        return collect(settings);
    }

    private int collect(List<SourceSettings> settings) {
        CollectStep.Filed filed = new CollectStep(
                        surroundings.forFormat(format), SnapshotStore.at(data), limits, record)
                .collect(settings, surroundings.clock().instant());
        List<Outcome.Failed> failures = filed.failures();
        failures.forEach(f -> surroundings.say(Tone.CARE, f.settings().name() + ": " + f.message()));
        if (isJson()) {
            surroundings.show(CollectionJson.collected(filed.asked()));
        }
        if (record != null) {
            surroundings.say(
                    "The raw answers are in " + record + ". Known secrets are hidden; still, look before you send.");
        }
        boolean missing = failures.stream().anyMatch(f -> f.settings().required());
        return (missing ? ExitCode.BAD_INPUT : ExitCode.DONE).number();
    }

    private boolean isJson() {
        return format == Options.Format.JSON;
    }
}
