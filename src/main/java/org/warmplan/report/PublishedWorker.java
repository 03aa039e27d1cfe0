package org.warmplan.report;

import java.util.List;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Role;

/**
 * What a published plan says of one worker.
 *
 * @param nvidia the value of {@code -nvidia} that the plan counts on
 * @param reordered whether that is another order than the fleet file's
 * @param slots in the order in which go-livepeer fills them
 */
public record PublishedWorker(
        String name, Role role, String nvidia, boolean reordered, List<PublishedSlot> slots, List<Workload> cold) {
    public PublishedWorker {
        slots = List.copyOf(slots);
        cold = List.copyOf(cold);
    }
}
