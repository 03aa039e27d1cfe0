package org.warmplan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.warmplan.collect.Outcome;
import org.warmplan.collect.SourceSettings;
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

    CollectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<SourceSettings> settings = sources.settings(surroundings);
        if (list) {
            settings.forEach(source -> surroundings
                    .out()
                    .println("%s  %s  %s%s"
                            .formatted(
                                    source.name(),
                                    source.kind(),
                                    source.safeUrl(),
                                    source.required() ? "  required" : "")));
            return ExitCode.DONE.number();
        }
        WholeFile.requireWritable(data);
        List<Outcome.Failed> failures = new CollectStep(surroundings, SnapshotStore.at(data))
                .collect(settings, surroundings.clock().instant())
                .failures();
        failures.forEach(f -> surroundings.say(f.settings().name() + ": " + f.message()));
        boolean missing = failures.stream().anyMatch(f -> f.settings().required());
        return (missing ? ExitCode.BAD_INPUT : ExitCode.DONE).number();
    }
}
