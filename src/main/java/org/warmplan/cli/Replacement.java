package org.warmplan.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;
import org.warmplan.files.InstalledFile;
import org.warmplan.files.KeptCopies;
import org.warmplan.files.Sha256;
import org.warmplan.files.Visible;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.Startup;
import org.warmplan.worker.Stop;
import org.warmplan.worker.WorkerSetup;
import org.warmplan.worker.diff.FileDiff;

/**
 * An aiModels.json about to be put in place of another.
 *
 * @param process who reads it
 * @param file what it takes the place of
 * @param text what to put there
 * @param kind what the copy of the old one is kept as
 * @param nvidia the order of devices to start with from now on; null when it stays that of the fleet file
 */
record Replacement(
        FleetProcess process,
        InstalledFile file,
        String text,
        KeptCopies.Kind kind,
        @Nullable String nvidia) {
    /** SHA-256 of the file that is there; empty when there is none. */
    Optional<String> findBefore() {
        return file.findContent().map(Sha256::of);
    }

    String after() {
        return Sha256.of(text);
    }

    /** Whether the file that is there is the wanted one already; a published one also when only the layout differs. */
    boolean isDone() {
        return findBefore().filter(after()::equals).isPresent()
                || (kind == KeptCopies.Kind.INSTALLED
                        && file.findContent()
                                .filter(bytes -> SameEntries.in(bytes, text))
                                .isPresent());
    }

    /** Why go-livepeer would not start with the new file; empty when it would. */
    List<String> stops() {
        AiModelsFile after = AiModelsFile.read("the new aiModels.json", text);
        return Startup.of(after, setupAfter()).stops().stream()
                .map(Stop::explain)
                .toList();
    }

    /** What changes, in sentences. */
    String changes() {
        AiModelsFile after;
        AiModelsFile before;
        try {
            // What is put back may be no better than what is there.
            after = AiModelsFile.read("the new aiModels.json", text);
            before = file.findContent()
                    .map(bytes -> AiModelsFile.read(file.path().toString(), new String(bytes, StandardCharsets.UTF_8)))
                    .orElseGet(() -> AiModelsFile.none(file.path().toString()));
        } catch (InputException e) {
            return "What changes cannot be told: " + Visible.of(String.valueOf(e.getMessage())) + "\n";
        }
        FileDiff diff = FileDiff.between(before, process.setup(true), after, setupAfter());
        return DiffCommand.text(diff, diff.sentences(process.slotNames()));
    }

    /** Flags that nobody tells here are taken to be what the files need, as when the plan was made. */
    private WorkerSetup setupAfter() {
        FleetWorker worker = process.worker();
        if (worker == null || nvidia == null) {
            return process.setup(true);
        }
        List<FleetGpu> order = new ArrayList<>();
        for (String device : nvidia.split(",", -1)) {
            worker.findGpu(device).ifPresent(order::add);
        }
        return WorkerSetup.of(worker.withGpus(order), true);
    }
}
