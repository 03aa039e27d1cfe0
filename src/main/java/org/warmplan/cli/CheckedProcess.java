package org.warmplan.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.FitRules;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetFile;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.fleet.Role;
import org.warmplan.report.Publication;
import org.warmplan.worker.FlagPrices;
import org.warmplan.worker.ImageNames;
import org.warmplan.worker.WorkerSetup;
import org.warmplan.worker.lint.Known;

/**
 * The process a file is for, and what is known about its cards and models.
 *
 * @param fleet null when none was given
 * @param worker the worker of the fleet; null without a fleet, and for the orchestrator of remote workers
 * @param loadSeconds what to assume for a model without a figure
 */
record CheckedProcess(
        @Nullable Fleet fleet, @Nullable FleetWorker worker, WorkerSetup setup, Known known, long loadSeconds) {

    /**
     * Reads catalogue, policy and fleet.
     *
     * @throws UsageException when options contradict each other, or go-livepeer would panic over a flag
     */
    static CheckedProcess of(Surroundings surroundings, CheckOptions options) {
        options.requireOneSetup();
        Catalogue catalogue = Catalogue.read(surroundings.catalogue());
        Policy policy = Policy.read(surroundings.config("policy.yaml"));
        Fleet fleet = options.fleet() == null ? null : FleetFile.read(options.fleet(), catalogue);
        FleetWorker worker = fleet == null ? null : findWorker(fleet, options.worker());
        WorkerSetup setup = (fleet == null ? setup(options) : setup(worker))
                .with(
                        FlagPrices.of(options.pricePerUnit(), options.pixelsPerUnit()),
                        options.imageOverrides() == null
                                ? ImageNames.USUAL
                                : ImageNames.read("--image-overrides", options.imageOverrides()));
        Map<String, FleetGpu> cards = new LinkedHashMap<>();
        if (worker != null) {
            worker.gpus().forEach(gpu -> cards.put(gpu.device(), gpu));
        }
        Known known = new Known(
                catalogue,
                new FitRules(catalogue, fleet == null ? List.of() : fleet.overrides(), List.of()),
                cards,
                policy.headroom(),
                policy.usdPerEth(),
                new TreeMap<>(policy.prices().caps()),
                modelsDir(options, worker));
        return new CheckedProcess(
                fleet,
                worker,
                options.offchain() ? setup.offchain() : setup,
                known,
                policy.reload().loadSeconds());
    }

    BigDecimal usdPerEth() {
        return known.usdPerEth();
    }

    private static @Nullable Path modelsDir(CheckOptions options, @Nullable FleetWorker worker) {
        return options.modelsDir() != null || worker == null ? options.modelsDir() : worker.modelsDir();
    }

    private static WorkerSetup setup(@Nullable FleetWorker worker) {
        return worker == null ? WorkerSetup.orchestrator(false) : WorkerSetup.of(worker, false);
    }

    private static WorkerSetup setup(CheckOptions options) {
        List<String> devices = List.of(options.nvidia().split(",", -1));
        Set<String> once = new LinkedHashSet<>(devices);
        if (once.size() < devices.size()) {
            throw new UsageException("--nvidia is %s, which names a device twice. Maybe one digit is mistyped."
                    .formatted(options.nvidia()));
        }
        return switch (options.role()) {
            case COMBINED -> WorkerSetup.combined(devices, options.containersPerGpu());
            case REMOTE -> WorkerSetup.remote(devices, options.containersPerGpu());
            case ORCHESTRATOR -> WorkerSetup.orchestrator(false);
        };
    }

    private static @Nullable FleetWorker findWorker(Fleet fleet, @Nullable String name) {
        if (name == null && fleet.workers().size() == 1) {
            return fleet.workers().get(0);
        }
        String names = fleet.workers().stream().map(FleetWorker::name).collect(Collectors.joining(", "));
        if (name == null) {
            throw new UsageException("The fleet has %d workers. Maybe name one of them with --worker: %s%s."
                    .formatted(
                            fleet.workers().size(),
                            names,
                            fleet.remoteWorkers().isEmpty() ? "" : ", or " + Publication.ORCHESTRATOR));
        }
        if (name.equals(Publication.ORCHESTRATOR)) {
            return null;
        }
        return fleet.findWorker(name)
                .orElseThrow(() ->
                        new UsageException("--worker is %s, which is no worker of the fleet. Maybe it is one of %s."
                                .formatted(name, names)));
    }

    boolean isRemote() {
        return setup.role() == Role.REMOTE;
    }
}
