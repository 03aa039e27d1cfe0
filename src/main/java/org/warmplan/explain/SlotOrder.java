package org.warmplan.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.problem.Assignment;
import org.warmplan.value.CurrentState;

/**
 * Where on its cards a worker's replicas go. Which container of a card holds what costs nothing, so what stays keeps its
 * container where it can.
 *
 * @param worker with its cards in the order to give to {@code -nvidia}
 * @param assignment replicas of every card of this worker by container
 */
record SlotOrder(FleetWorker worker, Assignment assignment) {

    /** The order for one worker of a plan. */
    static SlotOrder of(FleetWorker worker, Assignment plan, CurrentState current) {
        SortedMap<String, List<String>> byGpu = new TreeMap<>();
        for (FleetGpu gpu : worker.gpus()) {
            String id = CurrentState.gpuId(worker.name(), gpu.device());
            List<String> before = current.warmOn(id).stream().map(Workload::id).toList();
            byGpu.put(id, arranged(plan.on(id), before));
        }
        return new SlotOrder(
                worker.mayReorder() ? worker.withGpus(filledFirst(worker, plan)) : worker, new Assignment(byGpu));
    }

    /** go-livepeer fills cards from the first on, so those that stay free go to the end. */
    private static List<FleetGpu> filledFirst(FleetWorker worker, Assignment plan) {
        return Stream.concat(
                        worker.gpus().stream().filter(gpu -> isFilled(worker, gpu, plan)),
                        worker.gpus().stream().filter(gpu -> !isFilled(worker, gpu, plan)))
                .toList();
    }

    private static boolean isFilled(FleetWorker worker, FleetGpu gpu, Assignment plan) {
        return !plan.on(CurrentState.gpuId(worker.name(), gpu.device())).isEmpty();
    }

    private static List<String> arranged(List<String> replicas, List<String> before) {
        @Nullable String[] containers = new String[replicas.size()];
        List<String> rest = new ArrayList<>(replicas);
        for (int i = 0; i < Math.min(containers.length, before.size()); i++) {
            if (rest.remove(before.get(i))) {
                containers[i] = before.get(i);
            }
        }
        for (int i = 0; i < containers.length; i++) {
            if (containers[i] == null) {
                containers[i] = rest.remove(0);
            }
        }
        return Arrays.stream(containers).map(Objects::requireNonNull).toList();
    }
}
