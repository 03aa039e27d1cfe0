package org.warmplan.worker.watch;

import org.warmplan.domain.Workload;
import org.warmplan.fleet.ContainerName;
import org.warmplan.worker.HostPort;
import org.warmplan.worker.Slot;

/**
 * A slot that a plan warms, with the names go-livepeer gives its card and its container ({@code
 * cmd/livepeer/starter/starter.go:1365-1374}, {@code ai/worker/docker.go:48-61,391,758-764,881-905} at 176aa415).
 *
 * @param slot its place in the order in which go-livepeer fills slots, from 0
 * @param device as given to {@code -nvidia}
 * @param container which container on the device, from 0
 * @param colocated whether {@code -aiRunnerContainersPerGPU} is more than 1, which changes the card's name
 * @param gpu the card's name, for people
 */
public record PlannedSlot(int slot, String device, int container, boolean colocated, String gpu, Workload workload) {
    /** What go-livepeer calls the card: {@code 0}, or {@code colocated-1-0}. */
    public String gpuId() {
        return colocated ? "colocated-%d-%s".formatted(container, device) : device;
    }

    /** The last digits of its port: which container, which device. */
    String place() {
        return port().substring(2);
    }

    /** What go-livepeer calls its container, like {@code text-to-image_ByteDance-SDXL-Lightning_8000}. */
    public String containerName() {
        return ContainerName.of(workload, port());
    }

    /** The name up to the port, which is the same on every slot. */
    String namePrefix() {
        return ContainerName.of(workload, "");
    }

    private String port() {
        return HostPort.of(workload.pipeline(), new Slot(slot, device, container));
    }
}
