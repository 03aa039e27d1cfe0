package org.warmplan.explain;

import java.util.List;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.FleetWorker;

/**
 * What one worker will run.
 *
 * @param slots in slot order
 * @param cold listed cold, in the order of the file
 * @param freeSlots gwei per week that its free slots earn
 * @param reload gwei that its restart costs, 0 when nothing changes
 */
public record WorkerPlan(FleetWorker worker, List<SlotPlan> slots, List<Workload> cold, long freeSlots, long reload) {
    public WorkerPlan {
        slots = List.copyOf(slots);
        cold = List.copyOf(cold);
    }

    /** The workloads of the filled slots, in slot order. */
    public List<Workload> warm() {
        return slots.stream()
                .map(SlotPlan::workload)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
