package org.warmplan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.warmplan.domain.InputException;
import picocli.CommandLine.Option;

/** What every {@code history} command takes. */
final class HistoryOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "Where snapshots are kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "What to print: lines, or the same as JSON (default: text).")
    private Options.Format format = Options.Format.TEXT;

    Path data() {
        return data;
    }

    boolean isJson() {
        return format == Options.Format.JSON;
    }

    Options.Format format() {
        return format;
    }

    /** The folder, which must be there. */
    Path existing() {
        if (!Files.isDirectory(data)) {
            throw new InputException(
                    "The data folder %s does not exist. Maybe name it with --data, or run collect first."
                            .formatted(data));
        }
        return data;
    }
}
