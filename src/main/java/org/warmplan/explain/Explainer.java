package org.warmplan.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Fit;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.plan.Alternative;
import org.warmplan.plan.Alternatives;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.value.ColdList;
import org.warmplan.value.CurrentState;
import org.warmplan.value.FleetCards;
import org.warmplan.value.PriceBook;
import org.warmplan.value.ValuedWorkload;

/** Arranges a chosen plan for its readers. */
public final class Explainer {
    private final FleetCards cards;
    private final CurrentState current;
    private final SortedMap<Workload, ValuedWorkload> valued;
    private final PriceBook prices;
    private final Money money;
    private final SortedMap<Workload, SortedMap<String, Fit>> fits;

    /** An explainer for one fleet and its current state. */
    public Explainer(
            FleetCards cards,
            CurrentState current,
            SortedMap<Workload, ValuedWorkload> valued,
            PriceBook prices,
            Money money) {
        this.cards = cards;
        this.current = current;
        this.valued = valued;
        this.prices = prices;
        this.money = money;
        this.fits = cards.fits(valued.keySet());
    }

    /** Explains what was chosen for the problem. */
    public Explanation explain(Problem problem, Choice choice) {
        Alternatives alternatives = Alternatives.of(problem, choice.published());
        List<SlotOrder> orders = cards.fleet().workers().stream()
                .map(worker -> SlotOrder.of(worker, choice.published().assignment(), current))
                .toList();
        Assignment byContainer = together(orders);
        Contributions contributions = Contributions.of(problem, byContainer);
        ColdList cold = new ColdList(cards, current, valued, prices, byContainer);
        Reasons reasons = new Reasons(cards.fleet(), current, valued, choice, money);
        List<WorkerPlan> workers = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (SlotOrder order : orders) {
            FleetWorker worker = order.worker();
            WorkerSpec spec = getSpec(problem, worker);
            WorkerPlan plan = new WorkerPlan(
                    worker,
                    !cards.fleet().workers().contains(worker),
                    slots(alternatives, order, contributions),
                    cold.of(worker),
                    contributions.freeSlotsOf(spec),
                    contributions.reloadOf(spec));
            workers.add(plan);
            changes.addAll(reasons.changes(plan));
        }
        return new Explanation(choice, workers, changes, null, valued, fits);
    }

    private static Assignment together(List<SlotOrder> orders) {
        SortedMap<String, List<String>> byGpu = new TreeMap<>();
        orders.forEach(order -> byGpu.putAll(order.assignment().byGpu()));
        return new Assignment(byGpu);
    }

    private static WorkerSpec getSpec(Problem problem, FleetWorker worker) {
        return problem.workers().stream()
                .filter(spec -> spec.id().equals(worker.name()))
                .findFirst()
                .orElseThrow();
    }

    private List<SlotPlan> slots(Alternatives alternatives, SlotOrder order, Contributions contributions) {
        List<SlotPlan> slots = new ArrayList<>();
        FleetWorker worker = order.worker();
        for (int container = 0; container < worker.containersPerGpu(); container++) {
            for (FleetGpu gpu : worker.gpus()) {
                String id = CurrentState.gpuId(worker.name(), gpu.device());
                List<Workload> today = current.warmOn(id);
                Workload before = container < today.size() ? today.get(container) : null;
                List<String> replicas = order.assignment().on(id);
                SlotPlan free = new SlotPlan(id, gpu, slots.size(), container, null, before, 0, null, null, true, null);
                slots.add(
                        container < replicas.size()
                                ? filled(
                                        free,
                                        replicas.get(container),
                                        alternatives.find(id, replicas.get(container)),
                                        contributions.on(id).get(container))
                                : free);
            }
        }
        return slots;
    }

    private SlotPlan filled(SlotPlan slot, String id, Alternative next, long contribution) {
        Workload workload = getWorkload(id);
        String runnerUp = next.runnerUp();
        return new SlotPlan(
                slot.gpuId(),
                slot.gpu(),
                slot.slot(),
                slot.container(),
                workload,
                slot.before(),
                contribution,
                runnerUp == null ? null : getWorkload(runnerUp),
                next.flipPrice(),
                next.proven(),
                fit(workload, slot.gpu()));
    }

    private Fit fit(Workload workload, FleetGpu gpu) {
        return Optional.ofNullable(fits.get(workload))
                .map(byClass -> byClass.get(cards.classId(gpu)))
                .orElseThrow();
    }

    private static Workload getWorkload(String id) {
        return Workload.find(id)
                .orElseThrow(() -> new IllegalStateException("The plan names " + id + ", which is no workload."));
    }
}
