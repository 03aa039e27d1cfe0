package org.warmplan.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.warmplan.bench.DrawnFleet.DrawnCard;
import org.warmplan.bench.DrawnFleet.DrawnWorker;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.PinSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/** Costs, rules and accidents, drawn around an older plan that all rules allow. */
final class DrawnProblem {
    private static final double EARNS_FREE = 0.25;
    private static final double ACCIDENTS = 0.2;
    private static final double STRUCK = 0.05;
    private static final double PIN = 0.02;
    private static final double WORKER_PIN = 0.02;
    private static final double AT_LEAST = 0.1;
    private static final double AT_MOST = 0.15;
    private static final double FEW_CHANGES = 0.25;
    private static final int FEW_GPUS = 40;

    private final Size size;
    private final DrawnFleet fleet;
    private final List<DrawnWorkload> workloads;
    private final OlderPlan older;
    private final Draw draw;
    private final Map<String, Double> worthEach = new HashMap<>();
    private int struck;

    DrawnProblem(Size size, DrawnFleet fleet, List<DrawnWorkload> workloads, OlderPlan older, Draw draw) {
        this.size = size;
        this.fleet = fleet;
        this.workloads = workloads;
        this.older = older;
        this.draw = draw;
        for (int w = 0; w < workloads.size(); w++) {
            worthEach.put(workloads.get(w).spec().id(), older.worthEach(w));
        }
    }

    Problem toProblem() {
        boolean accidents = draw.chance(ACCIDENTS);
        List<WorkerSpec> workers = new ArrayList<>();
        List<GpuSpec> gpus = new ArrayList<>();
        for (DrawnWorker worker : fleet.workers()) {
            workers.add(worker(worker));
            DrawnCard hit = accidents
                            && draw.chance(
                                    Math.max(STRUCK, 1.0 / fleet.workers().size()))
                    ? draw.any(worker.cards())
                    : null;
            worker.cards().forEach(card -> gpus.add(gpu(worker, card, card.equals(hit))));
        }
        return new Problem(
                fleet.classes().stream().map(DrawnClass::toProblem).toList(),
                workers,
                gpus,
                limited(),
                size.rules() ? pins() : List.of(),
                maxChanges(gpus.size()));
    }

    private WorkerSpec worker(DrawnWorker worker) {
        double income = 0;
        for (DrawnCard card : worker.cards()) {
            income += older.on(card).stream()
                    .mapToDouble(w -> worthEach.getOrDefault(w, 0.0))
                    .sum();
        }
        long reload = size.reload() ? Math.round(income * draw.between(0.06, 0.14)) : 0;
        List<Long> free = new ArrayList<>();
        if (draw.chance(EARNS_FREE)) {
            double first = income / worker.allSlots() * draw.between(0.05, 0.3);
            free.add(Math.round(first));
            if (worker.allSlots() > 1 && draw.chance(0.5)) {
                free.add(Math.round(first * draw.between(0.1, 0.5)));
            }
        }
        return new WorkerSpec(worker.id(), reload, worker.prefix(), free, new TreeSet<>(worker.forbid()));
    }

    /** What runs is the older plan; on a card that was hit one container has died. */
    private GpuSpec gpu(DrawnWorker worker, DrawnCard card, boolean hit) {
        List<String> current = new ArrayList<>(older.on(card));
        if (hit && !current.isEmpty()) {
            current.remove(draw.whole(0, current.size() - 1));
            struck++;
        }
        return new GpuSpec(
                card.id(),
                worker.id(),
                card.kind().id(),
                worker.slots(),
                card.reservedMib(),
                current,
                new TreeSet<>(card.forbid()));
    }

    private List<WorkloadSpec> limited() {
        List<WorkloadSpec> limited = new ArrayList<>();
        for (int w = 0; w < workloads.size(); w++) {
            WorkloadSpec spec = workloads.get(w).spec();
            int had = older.replicas(w);
            int least = size.rules() && draw.chance(AT_LEAST) ? draw.whole(0, (had + 1) / 2) : 0;
            int most = size.rules() && draw.chance(AT_MOST)
                    ? Math.max(1, had + draw.whole(0, 1 + had / 2))
                    : Integer.MAX_VALUE;
            limited.add(new WorkloadSpec(
                    spec.id(),
                    spec.vramMib(),
                    spec.units(),
                    spec.linear(),
                    spec.marginal(),
                    least,
                    most,
                    spec.changeCost()));
        }
        return limited;
    }

    private List<PinSpec> pins() {
        List<PinSpec> pins = new ArrayList<>();
        for (DrawnWorker worker : fleet.workers()) {
            List<String> all = new ArrayList<>();
            for (DrawnCard card : worker.cards()) {
                List<String> there = older.on(card);
                if (!there.isEmpty() && draw.chance(PIN)) {
                    pins.add(new PinSpec(true, card.id(), draw.any(there)));
                }
                all.addAll(there);
            }
            if (!all.isEmpty() && draw.chance(WORKER_PIN)) {
                pins.add(new PinSpec(false, worker.id(), draw.any(all)));
            }
        }
        return pins;
    }

    /** Enough to get back to the older plan. */
    private @Nullable Long maxChanges(int gpus) {
        boolean few = size.rules() && gpus <= FEW_GPUS && draw.chance(FEW_CHANGES);
        return few ? struck + (long) draw.whole(1, gpus) : null;
    }
}
