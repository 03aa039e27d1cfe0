package org.warmplan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;
import org.warmplan.files.TextFile;
import org.warmplan.files.Visible;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.FleetFile;
import org.warmplan.report.Markdown;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.diff.FileDiff;
import org.warmplan.worker.diff.FilePatch;
import org.warmplan.worker.diff.SlotNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what another aiModels.json would change. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Tells what changes between two aiModels.json files. Secrets are never shown.")
final class DiffCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "OLD", description = "The aiModels.json before.")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The aiModels.json after.")
    private Path changed = Path.of("");

    @Option(
            names = "--fleet",
            paramLabel = "FILE",
            description = "Your fleet.yaml: names the card of each slot, and knows where slots end.")
    private @Nullable Path fleet;

    @Option(
            names = "--worker",
            paramLabel = "NAME",
            description = "Whose files these are, when the fleet has several; orchestrator for the price file.")
    private @Nullable String worker;

    @Option(
            names = "--format",
            paramLabel = "text|markdown|json",
            description = "What to print: sentences, a Markdown list, or an RFC 6902 JSON Patch (default: text).")
    private Format format = Format.TEXT;

    @Option(names = "--fail-on-change", description = "Ends with exit code 5 when something changes.")
    private boolean failOnChange;

    /** What to print. */
    enum Format {
        TEXT,
        MARKDOWN,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (worker != null && fleet == null) {
            throw new UsageException("--worker says nothing without a fleet. Maybe add --fleet fleet.yaml.");
        }
        FleetProcess process = fleet == null
                ? null
                : FleetProcess.of(FleetFile.read(fleet, Catalogue.read(surroundings.catalogue())), worker);
        AiModelsFile before = read(old, "The old aiModels.json");
        AiModelsFile after = read(changed, "The new aiModels.json");
        FileDiff diff = FileDiff.between(
                before, after, process == null ? FileDiff.roomFor(before, after) : process.setup(true));
        List<String> sentences = diff.sentences(process == null ? SlotNames.numbers() : process.slotNames());
        surroundings.show(
                switch (format) {
                    case TEXT -> text(diff, sentences);
                    case MARKDOWN -> markdown(text(diff, sentences));
                    case JSON -> FilePatch.between(before, after).write();
                });
        return (failOnChange && diff.changesAnything() ? ExitCode.CHANGES : ExitCode.DONE).number();
    }

    /** A line for each change; "Nothing changes." where there is none. */
    static String text(FileDiff diff, List<String> sentences) {
        String nothing = diff.changesAnything() ? "" : "Nothing changes.\n";
        return nothing + String.join("", sentences.stream().map(s -> s + "\n").toList());
    }

    private String markdown(String lines) {
        StringBuilder list = new StringBuilder("# From %s to %s\n\n".formatted(escaped(old), escaped(changed)));
        lines.lines()
                .forEach(line -> list.append("- ").append(Markdown.escape(line)).append('\n'));
        return list.toString();
    }

    private static String escaped(Path path) {
        return Markdown.escape(path.toString());
    }

    private static AiModelsFile read(Path path, String what) {
        return AiModelsFile.read(Visible.of(path.toString()), TextFile.read(path, what));
    }
}
