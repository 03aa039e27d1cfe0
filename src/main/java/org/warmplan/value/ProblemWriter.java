package org.warmplan.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.CardClass;
import org.warmplan.fleet.Fit;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.fleet.Keep;
import org.warmplan.fleet.Pin;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.PinSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/** Puts a fleet, its current state and the value of workloads into one planning problem. */
public final class ProblemWriter {
    private final FleetCards cards;
    private final ChangePolicy changes;
    private final CurrentState current;
    private final SortedMap<Workload, ValuedWorkload> valued;
    private final Wishes wishes;
    private final @Nullable FreeSlots freeSlots;
    /** By gpu id, for every card of the fleet. */
    private final Map<String, Standing> standing = new HashMap<>();

    /** A writer for one fleet and what it runs now, where free slots earn nothing. */
    public ProblemWriter(
            FleetCards cards, ChangePolicy changes, CurrentState current, SortedMap<Workload, ValuedWorkload> valued) {
        this(cards, changes, current, valued, null);
    }

    /** A writer for one fleet and what it runs now. */
    public ProblemWriter(
            FleetCards cards,
            ChangePolicy changes,
            CurrentState current,
            SortedMap<Workload, ValuedWorkload> valued,
            @Nullable FreeSlots freeSlots) {
        this.freeSlots = freeSlots;
        this.cards = cards;
        this.changes = changes;
        this.current = current;
        this.valued = valued;
        this.wishes = new Wishes(cards.fleet(), current);
        for (FleetWorker worker : cards.fleet().workers()) {
            for (FleetGpu gpu : worker.gpus()) {
                standing.put(id(worker, gpu), Standing.on(cards, gpu, wishes.standing(worker, gpu)));
            }
        }
    }

    /** Writes the problem as if no worker earned anything that a cold load could keep waiting. */
    public Problem write(Map<String, Long> reloadCosts, Held held) {
        return write(reloadCosts, Map.of(), held);
    }

    /**
     * Writes the problem.
     *
     * @param reloadCosts gwei by worker, 0 for one that is not named
     * @param weeklyGwei what each worker earns with what is warm, 0 for one that is not named
     * @param held where what runs is kept from being replaced by guess
     */
    public Problem write(Map<String, Long> reloadCosts, Map<String, Long> weeklyGwei, Held held) {
        SortedMap<String, CardClass> classes = cards.classes();
        Map<Workload, Long> coldWorth = new HashMap<>();
        List<WorkerSpec> workers = new ArrayList<>();
        List<GpuSpec> gpus = new ArrayList<>();
        for (FleetWorker worker : cards.fleet().workers()) {
            FreeSlots.Worth free = freeSlots == null
                    ? FreeSlots.Worth.NONE
                    : freeSlots.of(worker, weeklyGwei.getOrDefault(worker.name(), 0L));
            coldWorth.putAll(free.parts());
            workers.add(new WorkerSpec(
                    worker.name(),
                    reloadCosts.getOrDefault(worker.name(), 0L),
                    !worker.mayReorder(),
                    free.first(),
                    unreachable(worker)));
            worker.gpus().forEach(gpu -> gpus.add(gpu(worker, gpu)));
        }
        return new Problem(
                classes.entrySet().stream()
                        .map(e -> new GpuClass(e.getKey(), e.getValue().net().mib()))
                        .toList(),
                workers,
                gpus,
                valued.values().stream()
                        .map(w -> workload(w, classes, coldWorth.getOrDefault(w.workload(), 0L)))
                        .toList(),
                pins(gpus, held),
                null);
    }

    /** Where workloads of unknown worth are held in place, when policy forbids to evict them. */
    public enum Held {
        /** On every worker. */
        EVERYWHERE,
        /**
         * Not on workers from which something has to go: what is behind it in the order of slots may have to move up, and
         * cannot when it is held.
         */
        WHERE_NOTHING_GOES
    }

    /** Whether everything may stay that runs on a worker now: nothing of it is pinned away or never reached. */
    public boolean keepsAll(FleetWorker worker) {
        return worker.gpus().stream()
                .allMatch(gpu -> wishes.standing(worker, gpu).size()
                        == current.warmOn(id(worker, gpu)).size());
    }

    private static String id(FleetWorker worker, FleetGpu gpu) {
        return CurrentState.gpuId(worker.name(), gpu.device());
    }

    private Standing standing(FleetWorker worker, FleetGpu gpu) {
        return standing.getOrDefault(id(worker, gpu), new Standing(List.of(), List.of(), false));
    }

    private SortedSet<String> unreachable(FleetWorker worker) {
        SortedSet<String> forbid = new TreeSet<>();
        valued.keySet().stream()
                .filter(workload -> Wishes.isUnreachable(workload, worker))
                .forEach(workload -> forbid.add(workload.id()));
        return forbid;
    }

    private GpuSpec gpu(FleetWorker worker, FleetGpu gpu) {
        Standing stands = standing(worker, gpu);
        SortedSet<String> forbid = new TreeSet<>();
        for (ValuedWorkload workload : valued.values()) {
            if (isForbidden(workload, worker, gpu, stands)) {
                forbid.add(workload.workload().id());
            }
        }
        return new GpuSpec(
                id(worker, gpu),
                worker.name(),
                cards.classId(gpu),
                worker.containersPerGpu(),
                gpu.reserved().mib(),
                stands.replicas().stream().map(Workload::id).toList(),
                forbid);
    }

    private boolean isForbidden(ValuedWorkload valuedWorkload, FleetWorker worker, FleetGpu gpu, Standing stands) {
        Workload workload = valuedWorkload.workload();
        boolean unknown = !valuedWorkload.isValued() && !wishes.isPinned(workload, worker, gpu, Keep.WARM);
        boolean unwanted = wishes.isUnwanted(workload, worker, gpu) && !Wishes.isUnreachable(workload, worker);
        return unknown || unwanted || isOnlyStanding(workload, worker, gpu) || !stands.hasRoomFor(workload, cards, gpu);
    }

    /**
     * That it stands on another card, where it may stay, makes no room for it on this one: neither alone nor, with what
     * it counts for there, beside others.
     */
    private boolean isOnlyStanding(Workload workload, FleetWorker worker, FleetGpu gpu) {
        boolean stands = standing.values().stream().anyMatch(s -> s.replicas().contains(workload));
        return stands
                && (cards.findNeed(workload, gpu).isEmpty()
                        || (worker.containersPerGpu() > 1 && isLowered(workload, gpu)));
    }

    private boolean isLowered(Workload workload, FleetGpu gpu) {
        String classId = cards.classId(gpu);
        long free = cards.findNeed(workload, gpu).orElseThrow().mib();
        return standingNeeds(workload).getOrDefault(classId, free) < free;
    }

    /** What a workload counts for where it stands, by class: the least on any card. */
    private SortedMap<String, Long> standingNeeds(Workload workload) {
        SortedMap<String, Long> needs = new TreeMap<>();
        for (FleetWorker worker : cards.fleet().workers()) {
            for (FleetGpu gpu : worker.gpus()) {
                Long need = standing(worker, gpu).needs().get(workload);
                if (need != null) {
                    needs.merge(cards.classId(gpu), need, Math::min);
                }
            }
        }
        return needs;
    }

    private WorkloadSpec workload(ValuedWorkload valuedWorkload, SortedMap<String, CardClass> classes, long coldWorth) {
        Workload workload = valuedWorkload.workload();
        SortedMap<String, Long> needs = new TreeMap<>();
        classes.forEach((classId, card) -> {
            if (cards.rules().fit(workload, card) instanceof Fit.Fits fits) {
                needs.put(classId, fits.need().mib());
            }
        });
        standingNeeds(workload).forEach((classId, need) -> needs.merge(classId, need, Math::min));
        UnitCurve curve = UnitCurve.of(valuedWorkload.curve(), classes, coldWorth);
        return new WorkloadSpec(
                workload.id(),
                needs,
                curve.units(),
                new TreeMap<>(),
                curve.marginal(),
                pinnedAnywhere(workload) ? 1 : 0,
                Integer.MAX_VALUE,
                changes.replicaGwei());
    }

    private boolean pinnedAnywhere(Workload workload) {
        return cards.fleet().pins().stream()
                .anyMatch(pin -> pin.workload().equals(workload) && pin.keep() == Keep.WARM && pin.worker() == null);
    }

    private List<PinSpec> pins(List<GpuSpec> gpus, Held held) {
        List<PinSpec> pins = new ArrayList<>();
        for (Pin pin : cards.fleet().pins()) {
            String worker = pin.worker();
            String device = pin.device();
            if (pin.keep() == Keep.WARM && worker != null) {
                String place = device == null ? worker : CurrentState.gpuId(worker, device);
                pins.add(new PinSpec(device != null, place, pin.workload().id()));
            }
        }
        if (!changes.evictUnknown()) {
            gpus.stream().filter(gpu -> isHeld(gpu, held)).forEach(gpu -> hold(gpu, pins));
        }
        return pins;
    }

    private boolean isHeld(GpuSpec gpu, Held held) {
        return held == Held.EVERYWHERE
                || cards.fleet().findWorker(gpu.worker()).filter(this::keepsAll).isPresent();
    }

    /** Every replica of unknown worth stays where it is; those the operator pinned there count. */
    private void hold(GpuSpec gpu, List<PinSpec> pins) {
        for (String id : new LinkedHashSet<>(gpu.current())) {
            boolean known = valued.values().stream()
                    .anyMatch(w -> w.isValued() && w.workload().id().equals(id));
            PinSpec stays = new PinSpec(true, gpu.id(), id);
            int missing = Collections.frequency(gpu.current(), id) - Collections.frequency(pins, stays);
            if (!known && missing > 0) {
                pins.addAll(Collections.nCopies(missing, stays));
            }
        }
    }
}
