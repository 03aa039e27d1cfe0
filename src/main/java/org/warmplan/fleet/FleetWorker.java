package org.warmplan.fleet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A machine with its go-livepeer process.
 *
 * @param name unique in the fleet, fit for a folder's name
 * @param gpus in the order of {@code -nvidia}; at least one
 * @param containersPerGpu as given to {@code -aiRunnerContainersPerGPU}
 * @param aiModels the current aiModels.json, null when there is none yet
 * @param modelsDir the folder with the weights, null when it cannot be looked at
 * @param reorderDevices whether a plan may change the order of {@code -nvidia}
 * @param otherWeeklyGwei what else stops earning while the process restarts, in gwei per week
 */
public record FleetWorker(
        String name,
        Role role,
        List<FleetGpu> gpus,
        int containersPerGpu,
        @Nullable Path aiModels,
        @Nullable Path modelsDir,
        boolean reorderDevices,
        long otherWeeklyGwei) {
    public FleetWorker {
        gpus = List.copyOf(gpus);
        if (gpus.isEmpty()) {
            throw new IllegalArgumentException("The worker " + name + " must have a GPU.");
        }
    }

    /** Whether its orchestrator runs elsewhere. */
    public boolean isRemote() {
        return role == Role.REMOTE;
    }

    /** Containers it can run at once. */
    public int slots() {
        return gpus.size() * containersPerGpu;
    }

    /**
     * Whether a plan may leave a gap by changing the order of {@code -nvidia}. With several containers per GPU it may
     * not: each card gets one before any gets two, whatever the order.
     */
    public boolean mayReorder() {
        return reorderDevices && containersPerGpu == 1;
    }

    /** The same worker with its cards in another order. */
    public FleetWorker withGpus(List<FleetGpu> order) {
        return new FleetWorker(
                name, role, order, containersPerGpu, aiModels, modelsDir, reorderDevices, otherWeeklyGwei);
    }

    public Optional<FleetGpu> findGpu(String device) {
        return gpus.stream().filter(g -> g.device().equals(device)).findFirst();
    }
}
