package org.warmplan.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code init} may be told. */
final class DraftOptions {
    @Option(
            names = "--nvidia-smi",
            paramLabel = "FILE",
            description = "Your cards, as printed by: nvidia-smi --query-gpu=index,uuid,name,memory.total"
                    + " --format=csv,noheader,nounits; - for standard input.")
    private @Nullable Path nvidiaSmi;

    @Option(names = "--ai-models", paramLabel = "FILE", description = "Your current aiModels.json.")
    private @Nullable Path aiModels;

    @Option(
            names = "--orchestrator",
            paramLabel = "0xADDRESS",
            description = "Your orchestrator's address. Without --nvidia-smi, its cards are looked up in the newest"
                    + " snapshot that shows them.")
    private @Nullable String orchestrator;

    @Option(names = "--data", paramLabel = "DIR", description = "Where snapshots are kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--name", paramLabel = "NAME", description = "What to call the worker (default: ${DEFAULT-VALUE}).")
    private String name = "rig1";

    @Nullable
    Path nvidiaSmi() {
        return nvidiaSmi;
    }

    @Nullable
    Path aiModels() {
        return aiModels;
    }

    @Nullable
    String orchestrator() {
        return orchestrator;
    }

    Path data() {
        return data;
    }

    String name() {
        return name;
    }
}
