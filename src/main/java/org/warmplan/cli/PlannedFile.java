package org.warmplan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;
import org.warmplan.files.InstalledFile;
import org.warmplan.files.KeptCopies;
import org.warmplan.files.Sha256;
import org.warmplan.files.TextFile;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.report.Publication;
import org.warmplan.report.PublishedFile;
import org.warmplan.report.PublishedPlan;
import org.warmplan.report.PublishedWorker;

/** The file a plan published for one process, looked at against the file that is there. */
final class PlannedFile {
    private final Surroundings surroundings;
    private final PublishedPlan plan;
    private final FleetProcess process;

    PlannedFile(Surroundings surroundings, PublishedPlan plan, FleetProcess process) {
        this.surroundings = surroundings;
        this.plan = plan;
        this.process = process;
    }

    /**
     * What to install over {@code file}.
     *
     * @throws InputException when the plan has no file for the process or counts on other cards, or the file that is
     *     there is neither the one the plan was made from nor the published one
     */
    Replacement replacing(InstalledFile file) {
        PublishedFile published = plan.findFile(process.name())
                .orElseThrow(() ->
                        new InputException("The plan in %s has no file for %s. Maybe it was made for another fleet."
                                .formatted(plan.folder(), process.name())));
        Path path = inside(published.path());
        String text = TextFile.read(path, "The published aiModels.json");
        if (!Sha256.of(text).equals(published.sha256())) {
            surroundings.say(
                    Tone.CARE, "%s was edited after it was published; it is taken as it is now.".formatted(path));
        }
        Replacement replacement = new Replacement(process, file, text, KeptCopies.Kind.INSTALLED, nvidia());
        if (!replacement.isDone()) {
            requireAsPlanned(replacement, published.before());
        }
        return replacement;
    }

    /** Prices of remote workers hold at their orchestrator, so a worker that comes up first is asked at the old ones. */
    void tellOrder(Fleet fleet) {
        FleetWorker worker = process.worker();
        Path orchestrator = fleet.orchestratorAiModels();
        PublishedFile prices = plan.findFile(Publication.ORCHESTRATOR).orElse(null);
        if (worker == null || !worker.isRemote() || orchestrator == null || prices == null) {
            return;
        }
        // It may be on another machine, where this one cannot see it.
        boolean seen = Files.isReadable(orchestrator) && Files.isRegularFile(orchestrator);
        String there = seen ? Sha256.of(TextFile.readBytes(orchestrator, "The orchestrator's aiModels.json")) : "";
        if (seen ? !there.equals(prices.sha256()) : prices.before() == null) {
            surroundings.say(
                    Tone.CARE,
                    "The orchestrator's file of this plan is not in place yet, and prices live only there. Maybe install it"
                            + " first: --worker orchestrator.");
        }
    }

    private void requireAsPlanned(Replacement replacement, @Nullable String before) {
        String there = replacement.findBefore().orElse(null);
        if (Objects.equals(there, before)) {
            return;
        }
        String what = there == null
                ? "is gone since the plan in %s was made"
                : before == null
                        ? "has come to be since the plan in %s was made"
                        : "is not the file the plan in %s was made from";
        throw new InputException("%s %s, so nothing was done. Maybe run the plan again."
                .formatted(replacement.file().path(), what.formatted(plan.folder())));
    }

    private Path inside(String published) {
        Path folder = plan.folder().normalize();
        Path path = folder.resolve(published).normalize();
        if (!path.startsWith(folder)) {
            throw new InputException("The plan in %s names a file outside of its folder. Maybe it was edited by hand."
                    .formatted(plan.folder()));
        }
        return path;
    }

    /** The order of devices to start with, where it is another than the fleet file's. */
    private @Nullable String nvidia() {
        FleetWorker worker = process.worker();
        PublishedWorker planned = plan.findWorker(process.name()).orElse(null);
        if (worker == null || planned == null) {
            return null;
        }
        String now = worker.gpus().stream().map(FleetGpu::device).collect(Collectors.joining(","));
        if (planned.nvidia().equals(now)) {
            return null;
        }
        if (!planned.reordered() || !sorted(planned.nvidia()).equals(sorted(now))) {
            throw new InputException(
                    "The plan in %s counts on -nvidia %s, and the fleet file has %s. Maybe run the plan again."
                            .formatted(plan.folder(), planned.nvidia(), now));
        }
        return planned.nvidia();
    }

    private static String sorted(String devices) {
        return Arrays.stream(devices.split(",", -1)).sorted().collect(Collectors.joining(","));
    }
}
