package org.warmplan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.warmplan.domain.InfeasibleException;
import org.warmplan.domain.InputException;
import org.warmplan.files.InstalledFile;
import org.warmplan.files.KeptCopies;
import org.warmplan.files.TextFile;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetFile;
import org.warmplan.report.PublishedPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Installs a published aiModels.json, or puts the one before back. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Installs a published aiModels.json in place of the one in use and keeps a copy beside it, or puts the one"
                    + " before back. Restarts nothing."
        })
final class ApplyCommand implements Callable<Integer> {
    private static final Path REPORTS = Path.of("reports");

    private final Surroundings surroundings;

    @Mixin
    private ApplyOptions options = new ApplyOptions();

    ApplyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        options.check();
        Fleet fleet = FleetFile.read(options.fleet(), Catalogue.read(surroundings.catalogue()));
        FleetProcess process = FleetProcess.of(fleet, options.worker());
        // A name Docker could not have is a mistake to tell before anything is done.
        Restart.of(process, options.container(), null);
        PublishedPlan plan = options.rollback() ? null : plan();
        InstalledFile file = InstalledFile.at(target(process));
        Replacement replacement = plan == null ? earlier(process, file) : planned(plan, fleet, process, file);
        new Installation(surroundings, options, plan == null ? null : plan.folder(), replacement).run();
        return ExitCode.DONE.number();
    }

    private PublishedPlan plan() {
        Path named = options.plan();
        PublishedPlan plan = named == null ? NewestPlan.in(REPORTS) : PublishedPlan.read(named);
        if (named == null) {
            surroundings.say("Taking the plan in %s, made for %s.".formatted(plan.folder(), plan.generatedAt()));
        }
        if (plan.example()) {
            surroundings.say(Tone.CARE, "The plan in %s was made from example data.".formatted(plan.folder()));
        }
        return plan;
    }

    private Path target(FleetProcess process) {
        Path path = process.aiModels();
        if (path == null) {
            throw new InputException(
                    "%s names no file for %s, so there is nowhere to install to. Maybe add %s with its path."
                            .formatted(
                                    options.fleet(),
                                    process.name(),
                                    process.worker() == null ? "orchestratorAiModels" : "aiModels"));
        }
        return path;
    }

    private Replacement planned(PublishedPlan plan, Fleet fleet, FleetProcess process, InstalledFile file) {
        PlannedFile planned = new PlannedFile(surroundings, plan, process);
        Replacement replacement = planned.replacing(file);
        if (!replacement.isDone()) {
            List<String> stops = replacement.stops();
            if (!stops.isEmpty()) {
                throw new InfeasibleException(
                        "go-livepeer would not start with the published file of %s, so nothing was done. %s"
                                .formatted(process.name(), String.join(" ", stops)));
            }
            planned.tellOrder(fleet);
        }
        return replacement;
    }

    private Replacement earlier(FleetProcess process, InstalledFile file) {
        byte[] current = file.findContent().orElseGet(() -> new byte[0]);
        Path copy = file.copies().findEarlier(current).orElseThrow(() -> new InputException(nothingEarlier(file)));
        String text = TextFile.read(copy, "The copy");
        surroundings.say("Going back to " + copy);
        Replacement replacement = new Replacement(process, file, text, KeptCopies.Kind.ROLLED_BACK, null);
        warn(copy, replacement);
        return replacement;
    }

    private static String nothingEarlier(InstalledFile file) {
        return (file.copies().list().isEmpty()
                        ? "No earlier copy of %s is kept beside it, so there is nothing to go back to. Maybe it was never replaced by ./warmplan apply."
                        : "Every earlier copy beside %s has been put back already, or is what is there now. Maybe copy the wanted one by hand: its name ends in .bak or .rolled-back.")
                .formatted(file.path());
    }

    /** What was there once may go back, even where it would not start: the operator may know better. */
    private void warn(Path copy, Replacement replacement) {
        try {
            replacement.stops().forEach(stop -> surroundings.say(Tone.CARE, stop));
        } catch (InputException e) {
            surroundings.say(Tone.CARE, "go-livepeer could not read %s: %s".formatted(copy, e.getMessage()));
        }
    }
}
