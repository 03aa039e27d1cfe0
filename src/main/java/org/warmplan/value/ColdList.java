package org.warmplan.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.fleet.Keep;
import org.warmplan.problem.Assignment;

/**
 * What workers list cold beside their warm workloads: what they listed before, what the operator pinned cold, and, where
 * a slot stays free for it, what nobody has warm. All workers of one orchestrator process agree on what is warm: a
 * workload warm on one remote worker is listed cold on no other (go-livepeer core/ai.go:160-167 and
 * core/ai_orchestrator.go:186-201 at 176aa415: the first worker's flag stands for all, and jobs go to any that lists it).
 */
public final class ColdList {
    private final FleetCards cards;
    private final CurrentState current;
    private final SortedMap<Workload, ValuedWorkload> valued;
    private final PriceBook prices;
    private final Assignment assignment;
    private final Wishes wishes;

    /** Lists for the plan {@code assignment}. */
    public ColdList(
            FleetCards cards,
            CurrentState current,
            SortedMap<Workload, ValuedWorkload> valued,
            PriceBook prices,
            Assignment assignment) {
        this.cards = cards;
        this.current = current;
        this.valued = valued;
        this.prices = prices;
        this.assignment = assignment;
        this.wishes = new Wishes(cards.fleet(), current);
    }

    /** The workloads in the order of the worker's file, new ones after it. */
    public List<Workload> of(FleetWorker worker) {
        Set<Workload> cold = new LinkedHashSet<>(current.listedOn(worker.name()));
        // A new entry without a price would stop the node.
        wishes.pinned(worker, Keep.COLD).stream()
                .filter(workload -> prices.find(workload).isPresent())
                .forEach(cold::add);
        removeUnfit(cold, worker);
        valued.values().stream()
                .filter(this::isWarmNowhere)
                .map(ValuedWorkload::workload)
                .filter(workload -> isAddable(workload, worker) && fitsEveryFreeSlot(workload, cold, worker))
                .forEach(cold::add);
        return List.copyOf(cold);
    }

    private void removeUnfit(Collection<Workload> cold, FleetWorker worker) {
        Set<String> warm = warmWith(worker);
        cold.removeIf(workload -> warm.contains(workload.id())
                || current.isExternal(worker.name(), workload)
                || Wishes.isUnreachable(workload, worker));
        cold.removeAll(wishes.pinned(worker, Keep.NEVER));
    }

    private boolean isAddable(Workload workload, FleetWorker worker) {
        return !current.isExternal(worker.name(), workload)
                && !Wishes.isUnreachable(workload, worker)
                && !wishes.pinned(worker, Keep.NEVER).contains(workload);
    }

    private boolean isWarmNowhere(ValuedWorkload workload) {
        boolean oursIsWarm = cards.fleet().workers().stream()
                .anyMatch(worker -> warmOn(worker).anyMatch(workload.workload().id()::equals));
        return workload.isValued() && workload.warmRivals() == 0 && !oursIsWarm;
    }

    /** What is warm in the worker's orchestrator process: on itself, or on any of the remote workers. */
    private Set<String> warmWith(FleetWorker worker) {
        Set<String> warm = new LinkedHashSet<>();
        List<FleetWorker> together = worker.isRemote() ? cards.fleet().remoteWorkers() : List.of(worker);
        together.forEach(other -> warmOn(other).forEach(warm::add));
        return warm;
    }

    private Stream<String> warmOn(FleetWorker worker) {
        return worker.gpus().stream().flatMap(gpu -> on(worker, gpu).stream());
    }

    private List<String> on(FleetWorker worker, FleetGpu gpu) {
        return assignment.on(CurrentState.gpuId(worker.name(), gpu.device()));
    }

    /**
     * Whether a cold model fits wherever go-livepeer may start it: on each card with a free slot, beside what is warm
     * there and beside the largest others of the list that may come first.
     */
    private boolean fitsEveryFreeSlot(Workload workload, Collection<Workload> cold, FleetWorker worker) {
        boolean anyFree = false;
        for (FleetGpu gpu : worker.gpus()) {
            List<String> warm = on(worker, gpu);
            int free = worker.containersPerGpu() - warm.size();
            if (free > 0) {
                anyFree = true;
                if (!fits(workload, cold, gpu, warm, free)) {
                    return false;
                }
            }
        }
        return anyFree;
    }

    private boolean fits(Workload workload, Collection<Workload> cold, FleetGpu gpu, List<String> warm, int free) {
        List<Long> beside = new ArrayList<>();
        for (String id : warm) {
            Vram need = Workload.find(id)
                    .flatMap(other -> cards.findNeed(other, gpu))
                    .orElse(cards.room(gpu));
            beside.add(need.mib());
        }
        cold.stream()
                .flatMap(other -> cards.findNeed(other, gpu).stream())
                .map(Vram::mib)
                .sorted(Comparator.reverseOrder())
                .limit(free - 1L)
                .forEach(beside::add);
        long taken = beside.stream().mapToLong(Long::longValue).sum();
        return cards.findNeed(workload, gpu)
                .filter(need -> need.mib() + taken <= cards.room(gpu).mib())
                .isPresent();
    }
}
