package org.warmplan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.warmplan.collect.Outcome;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.files.Visible;
import org.warmplan.files.WholeFile;
import org.warmplan.history.SnapshotStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fetches the sources and files the snapshots. */
@Command(name = "collect", mixinStandardHelpOptions = true, description = "Fetches the sources, files the snapshots.")
final class CollectCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private SourcesOption sources = new SourcesOption();

    @Option(names = "--data", paramLabel = "DIR", description = "Where snapshots are kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--list", description = "Only lists the sources.")
    private boolean list;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "What to print: lines, or what became of each source as JSON (default: text).")
    private Options.Format format = Options.Format.TEXT;

    CollectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<SourceSettings> settings = sources.settings(surroundings);
        if (list) {
            surroundings.show(isJson() ? CollectionJson.listed(settings) : listed(settings));
            return ExitCode.DONE.number();
        }
        WholeFile.requireWritable(data);
        // Others may file at the same time: each snapshot is filed under a short lock of its own.
        return collect(settings);
    }

    private int collect(List<SourceSettings> settings) {
        CollectStep.Filed filed = new CollectStep(surroundings.forFormat(format), SnapshotStore.at(data))
                .collect(settings, surroundings.clock().instant());
        List<Outcome.Failed> failures = filed.failures();
        failures.forEach(f -> surroundings.say(Tone.CARE, f.settings().name() + ": " + f.message()));
        if (isJson()) {
            surroundings.show(CollectionJson.collected(filed.asked()));
        }
        boolean missing = failures.stream().anyMatch(f -> f.settings().required());
        return (missing ? ExitCode.BAD_INPUT : ExitCode.DONE).number();
    }

    private boolean isJson() {
        return format == Options.Format.JSON;
    }

    private static String listed(List<SourceSettings> settings) {
        StringBuilder lines = new StringBuilder();
        for (SourceSettings source : settings) {
            String required = source.required() ? "  required" : "";
            String line = "%s  %s  %s%s".formatted(source.name(), source.kind(), source.safeUrl(), required);
            lines.append(Visible.of(line)).append('\n');
        }
        return lines.toString();
    }
}
