package org.warmplan.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.domain.InfeasibleException;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.CardClass;
import org.warmplan.fleet.Fit;
import org.warmplan.fleet.FitRules;
import org.warmplan.fleet.Fleet;
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
    private final Fleet fleet;
    private final FitRules rules;
    private final Vram headroom;
    private final ChangePolicy changes;

    /** A writer for one fleet; {@code headroom} is taken off every card. */
    public ProblemWriter(Fleet fleet, FitRules rules, Vram headroom, ChangePolicy changes) {
        this.fleet = fleet;
        this.rules = rules;
        this.headroom = headroom;
        this.changes = changes;
    }

    /**
     * Writes the problem.
     *
     * @param reloadCosts gwei by worker, 0 for one that is not named
     */
    public Problem write(
            CurrentState current, SortedMap<Workload, ValuedWorkload> valued, Map<String, Long> reloadCosts) {
        SortedMap<String, CardClass> classes = new TreeMap<>();
        List<WorkerSpec> workers = new ArrayList<>();
        List<GpuSpec> gpus = new ArrayList<>();
        Map<String, Vram> rooms = new HashMap<>();
        for (FleetWorker worker : fleet.workers()) {
            workers.add(new WorkerSpec(
                    worker.name(), reloadCosts.getOrDefault(worker.name(), 0L), true, List.of(), new TreeSet<>()));
            for (FleetGpu gpu : worker.gpus()) {
                classes.putIfAbsent(classId(gpu), CardClass.of(gpu, headroom));
                gpus.add(gpu(worker, gpu, current, valued));
                rooms.put(CurrentState.gpuId(worker.name(), gpu.device()), room(gpu));
            }
        }
        List<WorkloadSpec> workloads = valued.values().stream()
                .map(workload -> workload(workload, classes, gpus, rooms))
                .toList();
        return new Problem(
                classes.entrySet().stream()
                        .map(e -> new GpuClass(e.getKey(), e.getValue().net().mib()))
                        .toList(),
                workers,
                gpus,
                workloads,
                pins(gpus, valued),
                null);
    }

    /** How each workload fits on each class of the fleet, by class id. */
    public SortedMap<Workload, SortedMap<String, Fit>> fits(SortedMap<Workload, ValuedWorkload> valued) {
        SortedMap<Workload, SortedMap<String, Fit>> fits = new TreeMap<>();
        for (Workload workload : valued.keySet()) {
            SortedMap<String, Fit> byClass = new TreeMap<>();
            for (FleetWorker worker : fleet.workers()) {
                for (FleetGpu gpu : worker.gpus()) {
                    byClass.computeIfAbsent(classId(gpu), c -> rules.fit(workload, CardClass.of(gpu, headroom)));
                }
            }
            fits.put(workload, Collections.unmodifiableSortedMap(byClass));
        }
        return Collections.unmodifiableSortedMap(fits);
    }

    /**
     * Refuses warm pins that nothing can fulfil, with the reason, before a solver only finds that there is no plan.
     *
     * @throws InfeasibleException when a workload pinned warm fits none of the cards it may be on
     */
    public void requirePinsFit(CurrentState current) {
        for (Pin pin : fleet.pins()) {
            if (pin.keep() == Keep.WARM) {
                requireFits(pin, current);
            }
        }
    }

    private void requireFits(Pin pin, CurrentState current) {
        Fit last = null;
        for (FleetWorker worker : fleet.workers()) {
            for (FleetGpu gpu : worker.gpus()) {
                if (!pin.covers(new Pin(pin.workload(), pin.keep(), worker.name(), gpu.device()))) {
                    continue;
                }
                boolean stands =
                        pin.workload().equals(current.warm().get(CurrentState.gpuId(worker.name(), gpu.device())));
                last = rules.fit(pin.workload(), CardClass.of(gpu, headroom));
                if (stands || last instanceof Fit.Fits) {
                    return;
                }
            }
        }
        String reason = last == null ? "No card is where it should be." : last.reason();
        String wayOut = last instanceof Fit.NoFigure none
                ? none.wayOut()
                : last instanceof Fit.Unfit unfit ? unfit.wayOut() : "remove the pin";
        throw new InfeasibleException(
                "The pin of %s cannot be kept: %s Maybe %s.".formatted(pin.workload(), reason, wayOut));
    }

    /** The id of a card's class: its name, with the size where the fleet has several sizes of that name. */
    public String classId(FleetGpu gpu) {
        long sizes = fleet.workers().stream()
                .flatMap(worker -> worker.gpus().stream())
                .filter(other -> other.name().equals(gpu.name()))
                .map(FleetGpu::vram)
                .distinct()
                .count();
        return sizes > 1 ? gpu.name() + " (" + gpu.vram() + ")" : gpu.name();
    }

    private GpuSpec gpu(
            FleetWorker worker, FleetGpu gpu, CurrentState current, SortedMap<Workload, ValuedWorkload> valued) {
        String id = CurrentState.gpuId(worker.name(), gpu.device());
        Workload now = current.warm().get(id);
        SortedSet<String> forbid = new TreeSet<>();
        for (ValuedWorkload workload : valued.values()) {
            boolean unknown = !workload.isValued() && !isPinned(workload.workload(), worker, gpu, Keep.WARM);
            // That it stands on another card, where it may stay, makes no room for it on this one.
            boolean onlyStanding =
                    current.warm().containsValue(workload.workload()) && !fitsFree(workload.workload(), gpu);
            if (unknown || onlyStanding || isUnwanted(workload.workload(), worker, gpu, current)) {
                forbid.add(workload.workload().id());
            }
        }
        // What the operator no longer wants here does not count as standing here, or it could stay.
        List<String> standing = now == null || isUnwanted(now, worker, gpu, current) ? List.of() : List.of(now.id());
        return new GpuSpec(id, worker.name(), classId(gpu), 1, gpu.reserved().mib(), standing, forbid);
    }

    private boolean fitsFree(Workload workload, FleetGpu gpu) {
        return rules.fit(workload, CardClass.of(gpu, headroom)) instanceof Fit.Fits fits
                && fits.need().fitsIn(room(gpu));
    }

    /** What plans may fill of a card: headroom and what is reserved are off. */
    public Vram room(FleetGpu gpu) {
        return gpu.vram().minusOrZero(headroom).minusOrZero(gpu.reserved());
    }

    private boolean isUnwanted(Workload workload, FleetWorker worker, FleetGpu gpu, CurrentState current) {
        return isPinned(workload, worker, gpu, Keep.COLD)
                || isPinned(workload, worker, gpu, Keep.NEVER)
                || current.isExternal(worker.name(), workload);
    }

    private boolean isPinned(Workload workload, FleetWorker worker, FleetGpu gpu, Keep keep) {
        Pin here = new Pin(workload, keep, worker.name(), gpu.device());
        return fleet.pins().stream()
                .anyMatch(pin -> pin.workload().equals(workload) && pin.keep() == keep && pin.covers(here));
    }

    private WorkloadSpec workload(
            ValuedWorkload valued, SortedMap<String, CardClass> classes, List<GpuSpec> gpus, Map<String, Vram> rooms) {
        String id = valued.workload().id();
        SortedMap<String, Long> needs = new TreeMap<>();
        classes.forEach((classId, card) -> {
            if (rules.fit(valued.workload(), card) instanceof Fit.Fits fits) {
                needs.put(classId, fits.need().mib());
            }
        });
        for (GpuSpec gpu : gpus) {
            if (gpu.current().contains(id)) {
                // It runs there, so it fits there, whatever the figures say.
                Vram room = rooms.getOrDefault(gpu.id(), Vram.ZERO);
                needs.merge(gpu.gpuClass(), room.mib(), Math::min);
            }
        }
        return new WorkloadSpec(
                id,
                needs,
                new TreeMap<>(),
                new TreeMap<>(),
                valued.curve().marginal(),
                pinnedAnywhere(valued.workload()) ? 1 : 0,
                Integer.MAX_VALUE,
                changes.replicaGwei());
    }

    private boolean pinnedAnywhere(Workload workload) {
        return fleet.pins().stream()
                .anyMatch(pin -> pin.workload().equals(workload) && pin.keep() == Keep.WARM && pin.worker() == null);
    }

    private List<PinSpec> pins(List<GpuSpec> gpus, SortedMap<Workload, ValuedWorkload> valued) {
        List<PinSpec> pins = new ArrayList<>();
        for (Pin pin : fleet.pins()) {
            String worker = pin.worker();
            String device = pin.device();
            if (pin.keep() == Keep.WARM && worker != null) {
                String place = device == null ? worker : CurrentState.gpuId(worker, device);
                pins.add(new PinSpec(device != null, place, pin.workload().id()));
            }
        }
        for (GpuSpec gpu : gpus) {
            for (String id : gpu.current()) {
                PinSpec stays = new PinSpec(true, gpu.id(), id);
                boolean unknown =
                        valued.values().stream().anyMatch(w -> w.workload().id().equals(id) && !w.isValued());
                if (unknown && !changes.evictUnknown() && !pins.contains(stays)) {
                    pins.add(stays);
                }
            }
        }
        return pins;
    }
}
