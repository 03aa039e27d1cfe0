package org.warmplan.worker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.fleet.Role;

/**
 * What of a go-livepeer process, beside its aiModels.json, decides how it starts.
 *
 * @param devices in the order of {@code -nvidia}; empty without that flag, when one make-believe device runs on the CPU
 * @param containersPerGpu {@code -aiRunnerContainersPerGPU}, at least 1
 * @param onchain whether it sets prices, which it does on every {@code -network} with a chain
 * @param flagPrices the flags that price entries without a price
 * @param images the images of its containers
 * @param trusting whether flags nobody told of are taken to be what the file needs: a price for entries without one, an
 *     image for live pipelines without one. True for what is known to run
 */
public record WorkerSetup(
        List<String> devices,
        int containersPerGpu,
        Role role,
        boolean onchain,
        FlagPrices flagPrices,
        ImageNames images,
        boolean trusting) {
    private static final String NO_GPU = "emulated-0";

    public WorkerSetup {
        devices = devices.isEmpty() ? List.of(NO_GPU) : List.copyOf(devices);
        if (new HashSet<>(devices).size() != devices.size()) {
            throw new IllegalArgumentException("The devices " + devices + " must each be named once.");
        }
        if (containersPerGpu < 1) {
            throw new IllegalArgumentException("The containers per GPU (" + containersPerGpu + ") must be at least 1.");
        }
    }

    /** The process of a fleet's worker; {@code trusting} as above. */
    public static WorkerSetup of(FleetWorker worker, boolean trusting) {
        List<String> devices = worker.gpus().stream().map(FleetGpu::device).toList();
        boolean onchain = worker.role() == Role.COMBINED;
        return plain(devices, worker.containersPerGpu(), worker.role(), onchain, trusting);
    }

    /** An on-chain orchestrator with its own containers and without {@code -pricePerUnit}. */
    public static WorkerSetup combined(List<String> devices, int containersPerGpu) {
        return plain(devices, containersPerGpu, Role.COMBINED, true, false);
    }

    /** A remote AI worker, which runs off-chain and sets no prices. */
    public static WorkerSetup remote(List<String> devices, int containersPerGpu) {
        return plain(devices, containersPerGpu, Role.REMOTE, false, false);
    }

    /** An on-chain orchestrator whose workers are all elsewhere; {@code trusting} as above. */
    public static WorkerSetup orchestrator(boolean trusting) {
        return plain(List.of(), 1, Role.ORCHESTRATOR, true, trusting);
    }

    private static WorkerSetup plain(
            List<String> devices, int containersPerGpu, Role role, boolean onchain, boolean trusting) {
        return new WorkerSetup(devices, containersPerGpu, role, onchain, FlagPrices.NONE, ImageNames.USUAL, trusting);
    }

    /** The same process with flags that are known. */
    public WorkerSetup with(FlagPrices prices, ImageNames names) {
        return new WorkerSetup(devices, containersPerGpu, role, onchain, prices, names, trusting);
    }

    /** The same process without a chain, which sets no prices. */
    public WorkerSetup offchain() {
        return new WorkerSetup(devices, containersPerGpu, role, false, flagPrices, images, trusting);
    }

    /** The same process, known to run. */
    public WorkerSetup trusted() {
        return new WorkerSetup(devices, containersPerGpu, role, onchain, flagPrices, images, true);
    }

    /** Whether the process runs containers; an orchestrator without a worker only reads prices. */
    boolean isWorker() {
        return role != Role.ORCHESTRATOR;
    }

    /**
     * Every slot in the order go-livepeer fills them: the first container of each device, then the second of each
     * ({@code cmd/livepeer/starter/starter.go:1365-1374} at 176aa415).
     */
    public List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        for (int container = 0; container < containersPerGpu; container++) {
            for (String device : devices) {
                slots.add(new Slot(slots.size(), device, container));
            }
        }
        return slots;
    }
}
