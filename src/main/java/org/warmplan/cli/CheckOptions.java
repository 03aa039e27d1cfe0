package org.warmplan.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;
import org.warmplan.fleet.Role;
import picocli.CommandLine.Option;

/** The process a file is checked for: a worker of the fleet, or what the flags of go-livepeer say. */
final class CheckOptions {
    @Option(names = "--fleet", paramLabel = "FILE", description = "Your fleet.yaml; without it no memory is checked.")
    private @Nullable Path fleet;

    @Option(
            names = "--worker",
            paramLabel = "NAME",
            description = "Whose file it is, when the fleet has several; orchestrator for the price file.")
    private @Nullable String worker;

    @Option(
            names = "--nvidia",
            paramLabel = "DEVICES",
            description = "Without --fleet: the value of -nvidia, like 0,1 (default: 0).")
    private @Nullable String nvidia;

    @Option(
            names = "--containers-per-gpu",
            paramLabel = "N",
            description = "Without --fleet: -aiRunnerContainersPerGPU (default: 1).")
    private @Nullable Integer containersPerGpu;

    @Option(
            names = "--role",
            paramLabel = "combined|remote|orchestrator",
            description = "Without --fleet: what the process is (default: combined).")
    private @Nullable Role role;

    @Option(names = "--offchain", description = "It runs with -network offchain, where no prices are set.")
    private boolean offchain;

    @Option(
            names = "--price-per-unit",
            paramLabel = "PRICE",
            description = "The value of -pricePerUnit, if the node is started with it, like 1200 or 0.02USD.")
    private @Nullable String pricePerUnit;

    @Option(names = "--pixels-per-unit", paramLabel = "N", description = "The value of -pixelsPerUnit (default: 1).")
    private @Nullable String pixelsPerUnit;

    @Option(
            names = "--image-overrides",
            paramLabel = "JSON",
            description = "The value of -aiRunnerImageOverrides, if the node is started with it.")
    private @Nullable String imageOverrides;

    @Option(
            names = "--models-dir",
            paramLabel = "DIR",
            description = "The folder with the weights, as for -aiModelsDir (default: modelsDir of the fleet file).")
    private @Nullable Path modelsDir;

    @Nullable
    Path modelsDir() {
        return modelsDir;
    }

    @Nullable
    Path fleet() {
        return fleet;
    }

    @Nullable
    String worker() {
        return worker;
    }

    String nvidia() {
        return nvidia == null ? "0" : nvidia;
    }

    int containersPerGpu() {
        if (containersPerGpu != null && (containersPerGpu < 1 || containersPerGpu > 100)) {
            throw new UsageException("--containers-per-gpu is %d, not from 1 to 100. Maybe leave it out: 1 is usual."
                    .formatted(containersPerGpu));
        }
        return containersPerGpu == null ? 1 : containersPerGpu;
    }

    Role role() {
        return role == null ? Role.COMBINED : role;
    }

    boolean offchain() {
        return offchain;
    }

    @Nullable
    String pricePerUnit() {
        return pricePerUnit;
    }

    @Nullable
    String pixelsPerUnit() {
        return pixelsPerUnit;
    }

    @Nullable
    String imageOverrides() {
        return imageOverrides;
    }

    /** The cards come from one place only. */
    void requireOneSetup() {
        if (fleet != null && (nvidia != null || containersPerGpu != null || role != null)) {
            throw new UsageException(
                    "--fleet says which cards, containers and role there are, and so do --nvidia, --containers-per-gpu and"
                            + " --role. Maybe leave those out.");
        }
        if (fleet == null && worker != null) {
            throw new UsageException("--worker names one of the fleet's workers. Maybe --fleet is missing.");
        }
    }
}
