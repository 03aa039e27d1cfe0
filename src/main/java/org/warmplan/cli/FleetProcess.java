package org.warmplan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.report.Publication;
import org.warmplan.worker.WorkerSetup;
import org.warmplan.worker.diff.SlotNames;

/**
 * A go-livepeer process of the fleet that reads an aiModels.json of its own.
 *
 * @param name the worker's, or {@link Publication#ORCHESTRATOR}
 * @param worker null for the orchestrator of remote workers
 * @param aiModels its file as the fleet file names it, null when it names none
 */
record FleetProcess(
        String name, @Nullable FleetWorker worker, @Nullable Path aiModels) {
    /**
     * The one that is meant.
     *
     * @param name as given to {@code --worker}; null when it was left out
     * @throws UsageException when there is none of that name, or no name and several processes
     */
    static FleetProcess of(Fleet fleet, @Nullable String name) {
        List<FleetProcess> all = all(fleet);
        if (name == null && all.size() == 1) {
            return all.get(0);
        }
        String names = all.stream().map(FleetProcess::name).collect(Collectors.joining(", "));
        if (name == null) {
            throw new UsageException(
                    "The fleet has %d files, so --worker is needed. Maybe one of: %s.".formatted(all.size(), names));
        }
        return all.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException("--worker is %s, and the fleet has none of that name. Maybe one of: %s."
                                .formatted(name, names)));
    }

    private static List<FleetProcess> all(Fleet fleet) {
        List<FleetProcess> all = new ArrayList<>();
        if (!fleet.remoteWorkers().isEmpty()) {
            all.add(new FleetProcess(Publication.ORCHESTRATOR, null, fleet.orchestratorAiModels()));
        }
        fleet.workers().forEach(worker -> all.add(new FleetProcess(worker.name(), worker, worker.aiModels())));
        return all;
    }

    /** How it starts; {@code trusting} as in {@link WorkerSetup}. */
    WorkerSetup setup(boolean trusting) {
        return worker == null ? WorkerSetup.orchestrator(trusting) : WorkerSetup.of(worker, trusting);
    }

    SlotNames slotNames() {
        return worker == null ? SlotNames.numbers() : SlotNames.of(worker);
    }
}
