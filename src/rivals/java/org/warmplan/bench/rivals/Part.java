package org.warmplan.bench.rivals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.warmplan.bench.Layout;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.WorkerSpec;

/** Workers that change together: a single one, or all whose changes cost no reload. */
final class Part {
    private final Formulation formulation;
    private final LinearModel model;
    private final Layout layout;
    private final List<WorkerSpec> workers;
    private final Switch change;
    private final Map<String, Filled> filled = new HashMap<>();
    private final List<Host> hosts = new ArrayList<>();

    Part(Formulation formulation, List<WorkerSpec> workers, Switch change) {
        this.formulation = formulation;
        this.model = formulation.model();
        this.layout = formulation.layout();
        this.workers = workers;
        this.change = change;
    }

    void build() {
        Map<Object, List<GpuSpec>> alike = new LinkedHashMap<>();
        for (WorkerSpec worker : workers) {
            List<GpuSpec> cards = layout.cardsOf(worker.id());
            if (worker.prefix()) {
                filled.put(worker.id(), new Filled(model, cards, change));
            }
            for (GpuSpec card : cards) {
                alike.computeIfAbsent(Host.key(layout, card), k -> new ArrayList<>())
                        .add(card);
            }
        }
        for (List<GpuSpec> cards : alike.values()) {
            Host host = new Host(formulation, this, cards);
            host.build();
            hosts.add(host);
        }
        workers.forEach(this::earnFree);
        for (String workload :
                new HashSet<>(layout.pinnedOnWorker(workers.get(0).id()))) {
            requirePinned(workload);
        }
    }

    Switch change() {
        return change;
    }

    /** Null where slots need no order. */
    @Nullable
    Filled filledOf(GpuSpec card) {
        return filled.get(card.worker());
    }

    void read(long[] values, Map<String, List<String>> byGpu) {
        if (change.isOn(values)) {
            hosts.forEach(host -> host.read(values, byGpu));
        } else {
            workers.forEach(
                    worker -> layout.cardsOf(worker.id()).forEach(card -> byGpu.put(card.id(), card.current())));
        }
    }

    /** A variable for each stretch of free slots that earn the same. */
    private void earnFree(WorkerSpec worker) {
        Sum used = new Sum();
        for (long gwei : worker.freeSlot()) {
            if (gwei > 0) {
                int free = model.amount(1, 0);
                model.earn(free, gwei);
                used.add(free, 1);
            }
        }
        if (used.size() == 0) {
            return;
        }
        int slots =
                layout.cardsOf(worker.id()).stream().mapToInt(GpuSpec::slots).sum();
        change.addTo(used, -slots);
        if (worker.prefix()) {
            Objects.requireNonNull(filled.get(worker.id())).addTo(used, 1);
        } else {
            hosts.forEach(host -> used.add(host.replicas(), 1));
        }
        model.atMost(used, 0);
    }

    /** Only a worker of its own has pins; staying as it is, it meets them. */
    private void requirePinned(String workload) {
        Sum there = new Sum();
        hosts.forEach(host -> there.add(host.replicasOf(workload), 1));
        List<String> pins = layout.pinnedOnWorker(workers.get(0).id());
        change.addTo(there, -Collections.frequency(pins, workload));
        model.atLeast(there, 0);
    }
}
