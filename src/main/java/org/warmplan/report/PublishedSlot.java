package org.warmplan.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;

/**
 * What a published plan puts on one slot.
 *
 * @param gpu the card's name
 * @param device as given to {@code -nvidia}
 * @param slot its place in the order in which go-livepeer fills slots, from 0
 * @param container which container on the device, from 0
 * @param workload null when the slot stays free
 */
public record PublishedSlot(
        String gpu,
        String device,
        int slot,
        int container,
        @Nullable Workload workload) {
    public Optional<Workload> findWorkload() {
        return Optional.ofNullable(workload);
    }
}
