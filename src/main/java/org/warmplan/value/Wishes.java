package org.warmplan.value;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.fleet.Keep;
import org.warmplan.fleet.Pin;

/** What must not be warm at a place, whatever it is worth and whether or not it runs there now. */
record Wishes(Fleet fleet, CurrentState current) {

    /**
     * The operator pinned it away, a container at a {@code url} answers all its jobs there, or it is live video on a
     * remote worker, to which go-livepeer never sends any (core/ai_orchestrator.go:418 at 176aa415).
     */
    boolean isUnwanted(Workload workload, FleetWorker worker, FleetGpu gpu) {
        return isPinned(workload, worker, gpu, Keep.COLD)
                || isPinned(workload, worker, gpu, Keep.NEVER)
                || current.isExternal(worker.name(), workload)
                || isUnreachable(workload, worker);
    }

    static boolean isUnreachable(Workload workload, FleetWorker worker) {
        return worker.isRemote() && workload.pipeline().isLive();
    }

    boolean isPinned(Workload workload, FleetWorker worker, FleetGpu gpu, Keep keep) {
        Pin here = new Pin(workload, keep, worker.name(), gpu.device());
        return fleet.pins().stream()
                .anyMatch(pin -> pin.workload().equals(workload) && pin.keep() == keep && pin.covers(here));
    }

    /** What is warm on a card by container, without what must not be there. */
    List<Workload> standing(FleetWorker worker, FleetGpu gpu) {
        return current.warmOn(CurrentState.gpuId(worker.name(), gpu.device())).stream()
                .filter(workload -> !isUnwanted(workload, worker, gpu))
                .toList();
    }

    /** What pins on the whole of a worker, or on the whole fleet, say. */
    List<Workload> pinned(FleetWorker worker, Keep keep) {
        List<Workload> pinned = new ArrayList<>();
        for (Pin pin : fleet.pins()) {
            if (pin.keep() == keep && pin.covers(new Pin(pin.workload(), keep, worker.name(), null))) {
                pinned.add(pin.workload());
            }
        }
        return pinned;
    }
}
