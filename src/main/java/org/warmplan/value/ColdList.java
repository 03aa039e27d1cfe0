package org.warmplan.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Fit;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.fleet.Keep;
import org.warmplan.fleet.Pin;
import org.warmplan.problem.Assignment;

/**
 * What a worker lists cold beside its warm workloads: what it listed before, what the operator pinned cold, and, where a
 * slot stays free for it, what nobody has warm.
 */
public final class ColdList {
    private ColdList() {}

    /** The workloads in the order of the worker's file, new ones after it. */
    public static List<Workload> of(
            Fleet fleet,
            FleetWorker worker,
            CurrentState current,
            Assignment assignment,
            SortedMap<Workload, ValuedWorkload> valued,
            SortedMap<Workload, SortedMap<String, Fit>> fits,
            ProblemWriter problem,
            PriceBook prices) {
        Set<Workload> cold = new LinkedHashSet<>(current.listedOn(worker.name()));
        // A new entry without a price would stop the node.
        pinned(fleet, worker, Keep.COLD).stream()
                .filter(workload -> prices.find(workload).isPresent())
                .forEach(cold::add);
        List<FleetGpu> free = worker.gpus().stream()
                .filter(gpu -> assignment
                        .on(CurrentState.gpuId(worker.name(), gpu.device()))
                        .isEmpty())
                .toList();
        if (!free.isEmpty()) {
            valued.values().stream()
                    .filter(w -> w.isValued() && w.warmRivals() == 0)
                    .filter(w -> fitsAll(fits.get(w.workload()), free, problem))
                    .forEach(w -> cold.add(w.workload()));
        }
        Set<String> warm = new LinkedHashSet<>();
        worker.gpus().forEach(gpu -> warm.addAll(assignment.on(CurrentState.gpuId(worker.name(), gpu.device()))));
        cold.removeIf(workload -> warm.contains(workload.id()));
        cold.removeIf(workload -> current.isExternal(worker.name(), workload));
        cold.removeAll(pinned(fleet, worker, Keep.NEVER));
        return List.copyOf(cold);
    }

    private static List<Workload> pinned(Fleet fleet, FleetWorker worker, Keep keep) {
        List<Workload> pinned = new ArrayList<>();
        for (Pin pin : fleet.pins()) {
            if (pin.keep() == keep && pin.covers(new Pin(pin.workload(), keep, worker.name(), null))) {
                pinned.add(pin.workload());
            }
        }
        return pinned;
    }

    private static boolean fitsAll(@Nullable SortedMap<String, Fit> fits, List<FleetGpu> free, ProblemWriter problem) {
        return fits != null
                && free.stream()
                        .allMatch(gpu -> fits.get(problem.classId(gpu)) instanceof Fit.Fits fit
                                && fit.need().fitsIn(problem.room(gpu)));
    }
}
