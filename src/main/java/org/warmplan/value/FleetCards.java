package org.warmplan.value;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.CardClass;
import org.warmplan.fleet.Fit;
import org.warmplan.fleet.FitRules;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;

/**
 * The cards of a fleet as plans see them.
 *
 * @param headroom taken off every card
 */
public record FleetCards(Fleet fleet, FitRules rules, Vram headroom) {

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

    /** Every class of the fleet by id. */
    public SortedMap<String, CardClass> classes() {
        SortedMap<String, CardClass> classes = new TreeMap<>();
        for (FleetWorker worker : fleet.workers()) {
            worker.gpus().forEach(gpu -> classes.putIfAbsent(classId(gpu), CardClass.of(gpu, headroom)));
        }
        return Collections.unmodifiableSortedMap(classes);
    }

    /** What plans may fill of a card: headroom and what is reserved are off. */
    public Vram room(FleetGpu gpu) {
        return gpu.vram().minusOrZero(headroom).minusOrZero(gpu.reserved());
    }

    /** How a workload fits on an empty card of this class. */
    public Fit fit(Workload workload, FleetGpu gpu) {
        return rules.fit(workload, CardClass.of(gpu, headroom));
    }

    /** What a workload needs on a card where it may newly be warmed; empty where it may not. */
    public Optional<Vram> findNeed(Workload workload, FleetGpu gpu) {
        return fit(workload, gpu) instanceof Fit.Fits fits && fits.need().fitsIn(room(gpu))
                ? Optional.of(fits.need())
                : Optional.empty();
    }

    /** How each workload fits on each class of the fleet, by class id. */
    public SortedMap<Workload, SortedMap<String, Fit>> fits(Iterable<Workload> workloads) {
        SortedMap<String, CardClass> classes = classes();
        SortedMap<Workload, SortedMap<String, Fit>> fits = new TreeMap<>();
        for (Workload workload : workloads) {
            SortedMap<String, Fit> byClass = new TreeMap<>();
            classes.forEach((id, card) -> byClass.put(id, rules.fit(workload, card)));
            fits.put(workload, Collections.unmodifiableSortedMap(byClass));
        }
        return Collections.unmodifiableSortedMap(fits);
    }
}
