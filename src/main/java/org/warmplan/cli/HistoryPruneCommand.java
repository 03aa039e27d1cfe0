package org.warmplan.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;
import org.warmplan.files.Durations;
import org.warmplan.files.WholeFile;
import org.warmplan.history.SnapshotId;
import org.warmplan.history.SnapshotStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes old snapshots for good. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        description = "Removes old snapshots for good; the newest of a source always stays.")
final class HistoryPruneCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Option(
            names = "--keep",
            paramLabel = "SPAN",
            description = "How far back snapshots stay: a number with s, m, h or d, like 180d. Must be given.")
    private @Nullable String keep;

    @Option(names = "--dry-run", description = "Only says what would go.")
    private boolean dryRun;

    HistoryPruneCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Instant before = surroundings.clock().instant().minus(span());
        Path data = options.existing();
        if (dryRun) {
            return prune(data, before);
        }
        WholeFile.requireWritable(data);
        return DataLock.holding(data, () -> prune(data, before));
    }

    private Duration span() {
        if (keep == null) {
            throw new UsageException("--keep is missing. Maybe give %s, like --keep 180d.".formatted(Durations.FORM));
        }
        return Durations.find(keep)
                .orElseThrow(() -> new UsageException(
                        "--keep is %s, not %s. Maybe write it like 180d.".formatted(keep, Durations.FORM)));
    }

    private int prune(Path data, Instant before) {
        SnapshotStore store = SnapshotStore.at(data);
        List<FiledSize> old = old(store, before);
        if (!dryRun && !old.isEmpty()) {
            store.remove(old.stream().map(FiledSize::id).toList());
            // The index forgets them now, so that the next run need not.
            Memory.at(surroundings.forFormat(options.format()), data).filed();
        }
        surroundings.show(options.isJson() ? HistoryJson.pruned(old, before, dryRun) : text(old, before));
        return ExitCode.DONE.number();
    }

    private static List<FiledSize> old(SnapshotStore store, Instant before) {
        List<SnapshotId> filed = store.list(Instant.MAX);
        Map<String, SnapshotId> newest = new HashMap<>();
        filed.forEach(id -> newest.put(id.source(), id));
        return filed.stream()
                .filter(id -> id.instant().isBefore(before) && !id.equals(newest.get(id.source())))
                .map(id -> new FiledSize(id, store.look(id).bytes()))
                .toList();
    }

    private String text(List<FiledSize> old, Instant before) {
        Map<String, List<FiledSize>> bySource = old.stream()
                .collect(Collectors.groupingBy(one -> one.id().source(), TreeMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        bySource.forEach((source, some) -> text.append("%s: %s from %s to %s\n"
                .formatted(
                        source,
                        HistoryListCommand.snapshots(some.size()),
                        some.get(0).id().instant(),
                        some.get(some.size() - 1).id().instant())));
        long bytes = old.stream().mapToLong(FiledSize::bytes).sum();
        if (old.isEmpty()) {
            return "Nothing is older than %s but what is the newest of its source.\n".formatted(before);
        }
        return text
                + "%s %s, %s.\n"
                        .formatted(
                                dryRun ? "Would remove" : "Removed",
                                HistoryListCommand.snapshots(old.size()),
                                HistoryListCommand.size(bytes));
    }
}
