package org.warmplan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.InputException;
import org.warmplan.files.TextFile;
import org.warmplan.fleet.DraftCard;
import org.warmplan.fleet.DraftWorker;
import org.warmplan.fleet.FleetDraft;
import org.warmplan.fleet.NvidiaSmiText;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsFile;

/** Finds the workers of a draft: their cards by nvidia-smi or by what the network shows, their file where it is named. */
final class DraftSources {
    private static final Path STANDARD_INPUT = Path.of("-");
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String ASK_ON_THE_RIG = "run this on the machine with the cards and give what it prints with"
            + " --nvidia-smi: " + String.join(" ", NvidiaSmiText.COMMAND);

    private final Surroundings surroundings;
    private final DraftOptions options;
    private final Path folder;

    /**
     * Where to look.
     *
     * @param folder the draft's folder, from which the current file's path is written
     */
    DraftSources(Surroundings surroundings, DraftOptions options, Path folder) {
        this.surroundings = surroundings;
        this.options = options;
        this.folder = folder;
    }

    /**
     * The workers, at least one.
     *
     * @throws InputException when what was named is missing, unreadable or says nothing
     */
    List<DraftWorker> workers(@Nullable Address orchestrator) {
        DraftWorker.Current current = current();
        Path nvidiaSmi = options.nvidiaSmi();
        if (nvidiaSmi != null) {
            return List.of(worker(given(nvidiaSmi), current));
        }
        if (orchestrator != null) {
            return seen(orchestrator, current);
        }
        return List.of(worker(current == null ? asked() : List.of(), current));
    }

    private DraftWorker worker(List<DraftCard> cards, DraftWorker.@Nullable Current current) {
        return new DraftWorker(options.name(), List.of(), cards, current);
    }

    private List<DraftCard> given(Path file) {
        boolean piped = file.equals(STANDARD_INPUT);
        String from = piped ? "Standard input" : "The answer of nvidia-smi " + file;
        byte[] bytes = piped ? standardInput() : TextFile.readBytes(file, "The answer of nvidia-smi");
        return NvidiaSmiText.read(from, PastedText.of(from, bytes));
    }

    private byte[] standardInput() {
        try {
            return surroundings.in().readNBytes((int) TextFile.MAX_BYTES);
        } catch (IOException e) {
            throw new InputException("Standard input cannot be read: " + e.getMessage() + ". Maybe name a file.", e);
        }
    }

    private List<DraftCard> asked() {
        Programs.Ran ran = surroundings
                .programs()
                .run(NvidiaSmiText.COMMAND, LIMIT)
                .orElseThrow(
                        () -> new InputException("There is no nvidia-smi on this machine. Maybe " + ASK_ON_THE_RIG));
        if (ran.exitCode() != 0 && ran.output().isBlank()) {
            throw new InputException("nvidia-smi ended with %d and said nothing. Maybe the driver is not loaded."
                    .formatted(ran.exitCode()));
        }
        return NvidiaSmiText.read("nvidia-smi", ran.output());
    }

    private List<DraftWorker> seen(Address orchestrator, DraftWorker.@Nullable Current current) {
        SeenHardware seen = SeenHardware.find(
                        Memory.at(surroundings, options.data()),
                        orchestrator,
                        surroundings.clock().instant())
                .orElseThrow(() -> new InputException(
                        "No snapshot under %s shows cards of %s. Maybe run warmplan collect first, or %s"
                                .formatted(options.data(), orchestrator, ASK_ON_THE_RIG)));
        List<DraftWorker> workers = new ArrayList<>();
        seen.byNode()
                .forEach((uri, cards) -> workers.add(new DraftWorker(
                        name(workers.size()), notes(seen, uri), cards, workers.isEmpty() ? current : null)));
        return workers;
    }

    private static List<String> notes(SeenHardware seen, String uri) {
        return List.of(
                "Seen at %s in the network's record of %s.".formatted(uri, seen.at()),
                "The record does not tell the order of the cards: compare nvidia-smi -L with -nvidia. Cards without a",
                "workload are not in it, and one address may stand for several machines.");
    }

    /** The name given for the first; then its number counts up, or it gets one. */
    private String name(int before) {
        if (before == 0) {
            return options.name();
        }
        String stem = options.name().replaceFirst("[0-9]{1,6}$", "");
        String digits = options.name().substring(stem.length());
        String name = stem.isEmpty() || digits.isEmpty()
                ? options.name() + "-" + (before + 1)
                : stem + (Integer.parseInt(digits) + before);
        return FleetDraft.isWorkerName(name) ? name : "worker-" + (before + 1);
    }

    private DraftWorker.@Nullable Current current() {
        Path path = options.aiModels();
        if (path == null) {
            return null;
        }
        AiModelsFile file = AiModelsFile.read(path.toString(), TextFile.read(path, "The current aiModels.json"));
        long containers = file.entries().stream()
                .mapToLong(entry -> Math.min(entry.containers(), Integer.MAX_VALUE))
                .sum();
        boolean unpriced = !file.entries().isEmpty() && file.entries().stream().allMatch(DraftSources::isUnpriced);
        return new DraftWorker.Current(RelativePath.of(folder, path), containers, unpriced);
    }

    private static boolean isUnpriced(AiModel entry) {
        return entry.findPrice().isEmpty() && entry.gateway().isEmpty();
    }
}
