package org.warmplan.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.UsageException;
import org.warmplan.files.WholeFile;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.DraftWorker;
import org.warmplan.fleet.FleetDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Drafts a fleet file from what the machine, the current file or the network tells. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Drafts fleet.yaml. Without options it asks nvidia-smi on this machine.")
final class InitCommand implements Callable<Integer> {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final Surroundings surroundings;

    @Mixin
    private DraftOptions options = new DraftOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write the draft; - prints it (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("fleet.yaml");

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!FleetDraft.isWorkerName(options.name())) {
            throw new UsageException(
                    "--name is \"%s\", no name for a worker. Maybe use letters, digits, dots, dashes and underscores."
                            .formatted(options.name()));
        }
        requireNew();
        Address orchestrator = orchestrator();
        Catalogue catalogue = Catalogue.read(surroundings.catalogue());
        List<DraftWorker> workers = new DraftSources(surroundings, options, folder()).workers(orchestrator);
        Path schema = surroundings.home().resolve("data").resolve("schema").resolve("fleet.schema.json");
        FleetDraft draft = new FleetDraft(RelativePath.of(folder(), schema), orchestrator, workers);
        String text = draft.write(catalogue);
        if (out.equals(STANDARD_OUTPUT)) {
            surroundings.show(text);
        } else {
            requireNew();
            WholeFile.write(out, text);
            surroundings.say("Drafted " + out);
        }
        tell(draft.unknown(catalogue), draft.isComplete(catalogue));
        return ExitCode.DONE.number();
    }

    private void requireNew() {
        if (!out.equals(STANDARD_OUTPUT) && Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(
                    "%s is there already and is not overwritten. Maybe name another file with --out, or print the draft with --out -."
                            .formatted(out));
        }
    }

    private Path folder() {
        Path parent = out.getParent();
        return out.equals(STANDARD_OUTPUT) || parent == null ? Path.of("") : parent;
    }

    private @Nullable Address orchestrator() {
        String given = options.orchestrator();
        if (given == null) {
            return null;
        }
        return Address.find(given.strip())
                .orElseThrow(() -> new UsageException(
                        "--orchestrator is \"%s\", not 0x and 40 hexadecimal digits. Maybe copy it from the explorer."
                                .formatted(given)));
    }

    private void tell(List<String> unknown, boolean complete) {
        if (!unknown.isEmpty()) {
            surroundings.say(Tone.CARE, "Not known: " + String.join(", ", unknown) + ".");
        }
        String file = out.equals(STANDARD_OUTPUT) ? "fleet.yaml" : out.toString();
        surroundings.say("Next: %sread it and fill in what is commented out, then: ./warmplan run --fleet %s"
                .formatted(complete ? "" : "put in the cards that are missing, ", file));
    }
}
