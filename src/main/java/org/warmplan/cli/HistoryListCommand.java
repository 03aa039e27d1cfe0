package org.warmplan.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;
import org.warmplan.files.Visible;
import org.warmplan.history.FiledSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what is filed. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists what is filed: a line per source, or with --source a line per snapshot.")
final class HistoryListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Option(names = "--source", paramLabel = "NAME", description = "Lists the snapshots of this source one by one.")
    private @Nullable String source;

    HistoryListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<FiledSnapshot> filed = Memory.at(surroundings.forFormat(options.format()), options.existing())
                .filed();
        List<FiledSource> sources = FiledSource.of(filed);
        if (source != null) {
            showSnapshots(source, filed, sources);
        } else if (options.isJson()) {
            surroundings.show(HistoryJson.sources(sources));
        } else if (sources.isEmpty()) {
            surroundings.say("Nothing is filed in " + options.data() + " yet. Maybe run collect.");
        } else {
            sources.forEach(one -> show(line(one)));
        }
        return ExitCode.DONE.number();
    }

    private void showSnapshots(String name, List<FiledSnapshot> filed, List<FiledSource> sources) {
        List<FiledSnapshot> ofSource =
                filed.stream().filter(one -> one.id().source().equals(name)).toList();
        if (ofSource.isEmpty()) {
            String names = sources.stream().map(FiledSource::name).collect(Collectors.joining(", "));
            throw new InputException("Nothing is filed of source %s. Maybe %s."
                    .formatted(name, names.isEmpty() ? "run collect first" : "one of these was meant: " + names));
        }
        if (options.isJson()) {
            surroundings.show(HistoryJson.snapshots(name, ofSource));
        } else {
            ofSource.forEach(one -> show(line(one)));
        }
    }

    private void show(String line) {
        surroundings.show(Visible.of(line) + "\n");
    }

    private static String line(FiledSource source) {
        String unreadable = source.unreadable() == 0 ? "" : ", %d unreadable".formatted(source.unreadable());
        return "%s  %s  %s from %s to %s, %s%s"
                .formatted(
                        source.name(),
                        source.kinds().isEmpty() ? "(kind unknown)" : String.join(", ", source.kinds()),
                        snapshots(source.snapshots()),
                        source.first(),
                        source.last(),
                        size(source.bytes()),
                        unreadable);
    }

    private static String line(FiledSnapshot one) {
        String told = one.problem() != null
                ? "unreadable: " + one.problem()
                : "%d observations, %d issues".formatted(one.observations(), one.issues());
        return "%s  %s  %s  %s".formatted(one.id().instant(), one.kind(), size(one.bytes()), told);
    }

    /** How many there are, in words. */
    static String snapshots(long count) {
        return count == 1 ? "1 snapshot" : count + " snapshots";
    }

    /** In whole kibibytes, at least one. */
    static String size(long bytes) {
        return Math.max(1, Math.round(bytes / 1024.0)) + " KiB";
    }
}
