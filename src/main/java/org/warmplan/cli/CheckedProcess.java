package org.warmplan.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.FitRules;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetFile;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.fleet.Role;
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
        FleetProcess process = fleet == null ? null : FleetProcess.of(fleet, options.worker());
        FleetWorker worker = process == null ? null : process.worker();
        WorkerSetup setup = (process == null ? setup(options) : process.setup(false))
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

    private static WorkerSetup setup(CheckOptions options) {
        if (options.nvidia().equals("all")) {
            throw new UsageException(
                    "--nvidia is all, and how many cards that is only the machine knows. Maybe name them, like 0,1.");
        }
        // Without a device go-livepeer makes one up (starter.go:1357-1361).
        List<String> devices = options.nvidia().isEmpty()
                ? List.of()
                : List.of(options.nvidia().split(",", -1));
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

    boolean isRemote() {
        return setup.role() == Role.REMOTE;
    }
}
