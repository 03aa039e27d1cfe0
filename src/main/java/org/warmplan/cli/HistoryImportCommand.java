package org.warmplan.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.UsageException;
import org.warmplan.files.Visible;
import org.warmplan.files.WholeFile;
import org.warmplan.history.Manifest;
import org.warmplan.history.SnapshotId;
import org.warmplan.history.SnapshotStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Files payloads fetched elsewhere. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Files payloads fetched elsewhere, if their kind's reader understands them.",
        footer = {
            "",
            "One payload:  history import --source NAME --kind KIND --at TIME FILE",
            "Many:         history import --manifest FILE, a line each: {\"instant\", \"source\", \"kind\", \"url\", \"file\"}"
        })
final class HistoryImportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Option(names = "--source", paramLabel = "NAME", description = "The source's name, as in sources.yaml.")
    private @Nullable String source;

    @Option(names = "--kind", paramLabel = "KIND", description = "Which reader understands it.")
    private @Nullable String kind;

    @Option(names = "--at", paramLabel = "TIME", description = "When it was fetched, like 2026-11-23T06:00:00Z.")
    private @Nullable String at;

    @Option(names = "--manifest", paramLabel = "FILE", description = "JSON lines that name payloads.")
    private @Nullable Path manifest;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The payload.")
    private @Nullable Path payload;

    HistoryImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Snapshot> snapshots = snapshots();
        WholeFile.requireWritable(options.data());
        List<ImportStep.Imported> imported = new ImportStep(SnapshotStore.at(options.data())).file(snapshots);
        imported.forEach(this::tell);
        if (options.isJson()) {
            surroundings.show(HistoryJson.imported(imported));
        }
        boolean refused = imported.stream().anyMatch(one -> one.error() != null);
        return (refused ? ExitCode.BAD_INPUT : ExitCode.DONE).number();
    }

    private List<Snapshot> snapshots() {
        if (manifest != null) {
            if (source != null || kind != null || at != null || payload != null) {
                throw new UsageException(
                        "--manifest names all itself, so --source, --kind, --at and a file do not go with it."
                                + " Maybe leave them out.");
            }
            List<Snapshot> snapshots = Manifest.read(manifest);
            snapshots.forEach(snapshot -> requirePast(manifest, snapshot));
            return snapshots;
        }
        if (source == null || kind == null || at == null || payload == null) {
            throw new UsageException(
                    "--source, --kind, --at and a file are all needed. Maybe give those, or a list with --manifest.");
        }
        return List.of(snapshot(source, kind, Options.at(at, Instant.EPOCH), payload));
    }

    private Snapshot snapshot(String name, String ofKind, Instant instant, Path file) {
        if (!Snapshot.SOURCE_NAME.matcher(name).matches()) {
            throw new UsageException(
                    "--source is %s, not 1 to 64 letters, digits, dots, underscores or dashes. Maybe shorten it."
                            .formatted(name));
        }
        ImportStep.requireKind(ofKind);
        Instant now = surroundings.clock().instant();
        if (instant.isAfter(now)) {
            throw new UsageException(
                    "--at is %s, later than now (%s). Maybe it is not in UTC.".formatted(instant, now));
        }
        return Manifest.payload(name, ofKind, instant, file);
    }

    private void requirePast(Path file, Snapshot snapshot) {
        if (snapshot.instant().isAfter(surroundings.clock().instant())) {
            throw new InputException("The manifest %s dates %s, later than now. Maybe it is not in UTC."
                    .formatted(file, SnapshotId.of(snapshot)));
        }
    }

    private void tell(ImportStep.Imported one) {
        String line = switch (one.state()) {
            case FILED -> "%s: filed, %d observations, %d issues".formatted(one.id(), one.observations(), one.issues());
            case THERE -> one.id() + ": was there already";
            case REFUSED -> "%s: refused. %s".formatted(one.id(), one.error());
        };
        if (one.state() == ImportStep.State.REFUSED) {
            surroundings.say(Tone.CARE, line);
        } else if (options.isJson()) {
            surroundings.say(line);
        } else {
            surroundings.show(Visible.of(line) + "\n");
        }
    }
}
