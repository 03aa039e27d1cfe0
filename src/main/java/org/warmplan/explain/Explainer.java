package org.warmplan.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Fit;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.plan.Alternative;
import org.warmplan.plan.Alternatives;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.value.ColdList;
import org.warmplan.value.CurrentState;
import org.warmplan.value.PriceBook;
import org.warmplan.value.ProblemWriter;
import org.warmplan.value.ValuedWorkload;

/** Arranges a chosen plan for its readers. */
public final class Explainer {
    private final Fleet fleet;
    private final CurrentState current;
    private final SortedMap<Workload, ValuedWorkload> valued;
    private final ProblemWriter writer;
    private final PriceBook prices;
    private final Money money;
    private final SortedMap<Workload, SortedMap<String, Fit>> fits;

    /** An explainer for one fleet and its current state. */
    public Explainer(
            Fleet fleet,
            CurrentState current,
            SortedMap<Workload, ValuedWorkload> valued,
            ProblemWriter writer,
            PriceBook prices,
            Money money) {
        this.fleet = fleet;
        this.current = current;
        this.valued = valued;
        this.writer = writer;
        this.prices = prices;
        this.money = money;
        this.fits = writer.fits(valued);
    }

    /** Explains what was chosen for the problem. */
    public Explanation explain(Problem problem, Choice choice) {
        Assignment assignment = choice.published().assignment();
        Contributions contributions = Contributions.of(problem, assignment);
        Alternatives alternatives = Alternatives.of(problem, choice.published());
        List<WorkerPlan> workers = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Reasons reasons = new Reasons(fleet, current, valued, choice, money);
        for (WorkerSpec spec : problem.workers()) {
            FleetWorker worker = fleet.findWorker(spec.id()).orElseThrow();
            List<SlotPlan> slots = slots(alternatives, choice, worker, contributions);
            List<Workload> cold = ColdList.of(fleet, worker, current, assignment, valued, fits, writer, prices);
            WorkerPlan plan =
                    new WorkerPlan(worker, slots, cold, contributions.freeSlotsOf(spec), contributions.reloadOf(spec));
            workers.add(plan);
            changes.addAll(reasons.changes(plan));
        }
        return new Explanation(choice, workers, changes, valued, fits);
    }

    private List<SlotPlan> slots(
            Alternatives alternatives, Choice choice, FleetWorker worker, Contributions contributions) {
        List<SlotPlan> slots = new ArrayList<>();
        for (FleetGpu gpu : worker.gpus()) {
            String id = CurrentState.gpuId(worker.name(), gpu.device());
            Workload before = current.warm().get(id);
            List<String> replicas = choice.published().assignment().on(id);
            if (replicas.isEmpty()) {
                slots.add(new SlotPlan(id, gpu, slots.size(), null, before, 0, null, null, true, null));
            } else {
                String workload = replicas.get(0);
                Alternative next = alternatives.find(id, workload);
                slots.add(filled(
                        next,
                        gpu,
                        id,
                        slots.size(),
                        before,
                        workload,
                        contributions.on(id).get(0)));
            }
        }
        return slots;
    }

    private SlotPlan filled(
            Alternative next,
            FleetGpu gpu,
            String gpuId,
            int slot,
            @Nullable Workload before,
            String id,
            long contribution) {
        Workload workload = getWorkload(id);
        String runnerUp = next.runnerUp();
        return new SlotPlan(
                gpuId,
                gpu,
                slot,
                workload,
                before,
                contribution,
                runnerUp == null ? null : getWorkload(runnerUp),
                next.flipPrice(),
                next.proven(),
                fit(workload, gpu));
    }

    private Fit fit(Workload workload, FleetGpu gpu) {
        return Optional.ofNullable(fits.get(workload))
                .map(byClass -> byClass.get(writer.classId(gpu)))
                .orElseThrow();
    }

    private static Workload getWorkload(String id) {
        return Workload.find(id)
                .orElseThrow(() -> new IllegalStateException("The plan names " + id + ", which is no workload."));
    }
}
