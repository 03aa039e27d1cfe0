package org.warmplan.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.warmplan.files.WholeFile;
import org.warmplan.history.FiledSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the index anew from the snapshot files. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Makes the index history.db anew from the snapshot files, which stay as they are.")
final class HistoryRebuildCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    HistoryRebuildCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What is in the index now. */
    record Counts(int snapshots, long unreadable, long observations, long issues) {
        static Counts of(List<FiledSnapshot> filed) {
            return new Counts(
                    filed.size(),
                    filed.stream().filter(one -> one.problem() != null).count(),
                    filed.stream().mapToLong(FiledSnapshot::observations).sum(),
                    filed.stream().mapToLong(FiledSnapshot::issues).sum());
        }
    }

    @Override
    public Integer call() {
        WholeFile.requireWritable(options.existing());
        Counts counts = Counts.of(Memory.at(surroundings.forFormat(options.format()), options.data())
                .rebuild());
        surroundings.show(options.isJson() ? HistoryJson.rebuilt(counts) : text(counts));
        return ExitCode.DONE.number();
    }

    private static String text(Counts counts) {
        return "%s, %d of them unreadable: %d observations, %d issues.\n"
                .formatted(
                        HistoryListCommand.snapshots(counts.snapshots()),
                        counts.unreadable(),
                        counts.observations(),
                        counts.issues());
    }
}
