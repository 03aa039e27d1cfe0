package org.warmplan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;
import org.warmplan.files.Sha256;
import org.warmplan.files.TextFile;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.report.Publication;
import org.warmplan.report.PublishedFile;
import org.warmplan.report.PublishedPlan;

/** Whether the files that go-livepeer reads are the published ones. */
final class InstalledFiles {
    private InstalledFiles() {}

    /** A sentence for each file of a worker, and of its orchestrator, that is not the planned one. */
    static List<String> warnings(PublishedPlan plan, Fleet fleet, String worker) {
        List<String> warnings = new ArrayList<>();
        Optional<FleetWorker> own = fleet.findWorker(worker);
        if (own.isEmpty()) {
            warnings.add("The fleet file has no worker %s, which the plan is for. Maybe it is another fleet's."
                    .formatted(worker));
            return warnings;
        }
        check(plan, worker, own.get().aiModels()).ifPresent(warnings::add);
        if (own.get().isRemote()) {
            check(plan, Publication.ORCHESTRATOR, fleet.orchestratorAiModels()).ifPresent(warnings::add);
        }
        return warnings;
    }

    private static Optional<String> check(PublishedPlan plan, String whose, @Nullable Path path) {
        Optional<PublishedFile> planned = plan.findFile(whose);
        if (path == null || planned.isEmpty()) {
            return Optional.empty();
        }
        byte[] content;
        try {
            content = TextFile.readBytes(path, "The aiModels.json of " + whose);
        } catch (InputException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        String found = Sha256.of(content);
        if (found.equals(planned.get().sha256()) || isLaidOutOtherwise(plan, planned.get(), content)) {
            return Optional.empty();
        }
        String what = found.equals(planned.get().before())
                ? "%s is still the file from before the plan: the plan was never installed."
                : "%s is not the planned file: the plan was never installed, or the file was changed since.";
        return Optional.of((what + " Maybe install %s of the published folder, then restart go-livepeer.")
                .formatted(path, planned.get().path()));
    }

    /** A plan that keeps everything is published in a layout of its own, and need not be installed. */
    private static boolean isLaidOutOtherwise(PublishedPlan plan, PublishedFile planned, byte[] content) {
        try {
            String published = TextFile.read(plan.folder().resolve(planned.path()), "The published aiModels.json");
            return SameEntries.in(content, published);
        } catch (InputException e) {
            return false;
        }
    }
}
