package org.warmplan.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.SourcesFile;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.domain.UsageException;
import picocli.CommandLine.Option;

/** Where to look, for {@code run} and {@code collect}. */
final class SourcesOption {
    @Option(
            names = "--sources",
            paramLabel = "FILE|URL",
            description = "A YAML file of sources, or one URL or JSON file of network capabilities"
                    + " (default: solver-config/sources.yaml).")
    private @Nullable String sources;

    boolean isGiven() {
        return sources != null;
    }

    /** The sources the option names, else the default ones. */
    List<SourceSettings> settings(Surroundings surroundings) {
        if (sources == null) {
            return usual(surroundings);
        }
        if (sources.isBlank()) {
            throw new UsageException("--sources is empty. Maybe leave it out to use the default sources.");
        }
        return SourcesFile.read(sources, surroundings.environment());
    }

    /** The sources of solver-config/sources.yaml. */
    static List<SourceSettings> usual(Surroundings surroundings) {
        return SourcesFile.read(surroundings.config("sources.yaml").toString(), surroundings.environment());
    }
}
