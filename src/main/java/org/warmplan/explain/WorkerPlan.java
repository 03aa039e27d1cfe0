package org.warmplan.explain;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;

/**
 * What one worker will run.
 *
 * @param worker with its cards in the order the plan gives to {@code -nvidia}
 * @param reordered whether that is another order than today's
 * @param slots in slot order: the first container of every card, then the second of every card
 * @param cold listed cold, in the order of the file
 * @param freeSlots gwei per week that its free slots earn
 * @param reload gwei that its restart costs, 0 when nothing changes
 */
public record WorkerPlan(
        FleetWorker worker, boolean reordered, List<SlotPlan> slots, List<Workload> cold, long freeSlots, long reload) {
    public WorkerPlan {
        slots = List.copyOf(slots);
        cold = List.copyOf(cold);
    }

    /** The devices in the order to give to {@code -nvidia}, like {@code 0,2,1}. */
    public String nvidia() {
        return worker.gpus().stream().map(FleetGpu::device).collect(Collectors.joining(","));
    }

    /** Slots that stay free. */
    public long free() {
        return slots.stream().filter(slot -> slot.workload() == null).count();
    }

    /** The workloads of the filled slots, in slot order. */
    public List<Workload> warm() {
        return slots.stream().map(SlotPlan::workload).filter(Objects::nonNull).toList();
    }
}
