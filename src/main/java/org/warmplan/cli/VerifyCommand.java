package org.warmplan.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.ask.Sleeper;
import org.warmplan.domain.Address;
import org.warmplan.domain.UsageException;
import org.warmplan.domain.Workload;
import org.warmplan.files.Durations;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetFile;
import org.warmplan.report.PublishedPlan;
import org.warmplan.report.PublishedSlot;
import org.warmplan.report.PublishedWorker;
import org.warmplan.report.WarmCheck;
import org.warmplan.report.WarmJson;
import org.warmplan.report.WarmSummary;
import org.warmplan.worker.watch.PlannedSlot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells, after go-livepeer was restarted with a planned file, whether the planned models are warm, and if not, why. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "After the restart: tells whether the planned models are warm, and if not, why.",
        footer = {
            "",
            "Exit code 0 when every planned slot is warm, 4 when not.",
            "The network alone proves nothing: it repeats what the file says, so a log or docker is needed."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Sleeper sleeper;

    @Option(
            names = "--plan",
            paramLabel = "DIR|FILE",
            description = "The published folder, or its plan.json (default: the newest under reports/).")
    private @Nullable Path plan;

    @Option(
            names = "--fleet",
            paramLabel = "FILE",
            description = "Your fleet.yaml: says where the aiModels.json in use is, so that it can be compared.")
    private @Nullable Path fleet;

    @Option(names = "--worker", paramLabel = "NAME", description = "Which worker; may be left out when there is one.")
    private @Nullable String worker;

    @Option(
            names = "--log",
            paramLabel = "SOURCE",
            description =
                    "A log of go-livepeer or of a runner: a file, docker:NAME, or - for standard input, read to its"
                            + " end: docker logs NAME 2>&1 | warmplan verify --log -. May be given several times.")
    private List<String> logs = new ArrayList<>();

    @Mixin
    private SourcesOption sources = new SourcesOption();

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description = "Looks again every 10 s, for as long, until all are warm or cannot become so, like 15m.")
    private @Nullable String wait;

    @Option(names = "--format", paramLabel = "text|json", description = "What to print (default: text).")
    private Options.Format format = Options.Format.TEXT;

    VerifyCommand(Surroundings surroundings) {
        this(surroundings, pause -> Thread.sleep(pause.toMillis()));
    }

    VerifyCommand(Surroundings surroundings, Sleeper sleeper) {
        this.surroundings = surroundings;
        this.sleeper = sleeper;
    }

    @Override
    public Integer call() {
        Duration limit = limit();
        Docker docker = new Docker(surroundings.programs());
        LogSources logSources = new LogSources(surroundings, docker, logs);
        PublishedPlan published = plan == null ? NewestPlan.in(Path.of("reports")) : PublishedPlan.read(plan);
        PublishedWorker planned = worker(published);
        @Nullable Fleet owned = fleet == null ? null : FleetFile.read(fleet, Catalogue.read(surroundings.catalogue()));
        Surroundings quiet = surroundings.forFormat(format);
        WarmWatch watch = new WarmWatch(quiet, sleeper, docker, logSources, network(published, owned));
        WarmCheck check = watch.watch(
                planned,
                slots(planned),
                () -> owned == null ? List.of() : InstalledFiles.warnings(published, owned, planned.name()),
                limit);
        surroundings.show(format == Options.Format.JSON ? WarmJson.write(check) : WarmSummary.write(check));
        return (check.holds() ? ExitCode.DONE : ExitCode.NO_PLAN).number();
    }

    private Duration limit() {
        return wait == null
                ? Duration.ZERO
                : Durations.find(wait)
                        .orElseThrow(() -> new UsageException(
                                "--wait is %s, not %s. Maybe write 15m.".formatted(wait, Durations.FORM)));
    }

    private PublishedWorker worker(PublishedPlan published) {
        String names = published.workers().stream().map(PublishedWorker::name).collect(Collectors.joining(", "));
        if (worker == null) {
            if (published.workers().size() == 1) {
                return published.workers().get(0);
            }
            throw new UsageException("The plan is for %d workers. Maybe name one with --worker: %s."
                    .formatted(published.workers().size(), names));
        }
        return published
                .findWorker(worker)
                .orElseThrow(() -> new UsageException(
                        "--worker is %s, and the plan has no such worker. Maybe one of these was meant: %s."
                                .formatted(worker, names)));
    }

    private NetworkQuestion network(PublishedPlan published, @Nullable Fleet owned) {
        Address address = published.orchestrator();
        if (address == null && owned != null) {
            address = owned.orchestrator();
        }
        boolean asks = address != null || sources.isGiven();
        return new NetworkQuestion(surroundings, sleeper, address, asks ? sources.settings(surroundings) : List.of());
    }

    /** The slots that the plan warms. */
    private static List<PlannedSlot> slots(PublishedWorker planned) {
        boolean colocated = planned.slots().stream().anyMatch(slot -> slot.container() > 0);
        List<PlannedSlot> slots = new ArrayList<>();
        for (PublishedSlot slot : planned.slots()) {
            Workload workload = slot.workload();
            if (workload != null) {
                slots.add(
                        new PlannedSlot(slot.slot(), slot.device(), slot.container(), colocated, slot.gpu(), workload));
            }
        }
        return slots;
    }
}
