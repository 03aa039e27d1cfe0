package org.warmplan.bench.rivals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.warmplan.bench.Layout;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.WorkloadSpec;

/** Cards of a host that hold the same now: how many replicas of it they keep when their worker changes. */
final class Keepers {
    private final Formulation formulation;
    private final LinearModel model;
    private final Part part;
    private final List<GpuSpec> cards;
    private final GpuSpec first;
    private final Map<String, Integer> kept = new LinkedHashMap<>();

    Keepers(Formulation formulation, Part part, List<GpuSpec> cards) {
        this.formulation = formulation;
        this.model = formulation.model();
        this.part = part;
        this.cards = cards;
        this.first = cards.get(0);
    }

    /** With several slots, or where changes are counted, what is kept must be known card by card. */
    static Collection<List<GpuSpec>> alike(List<GpuSpec> cards, boolean oneByOne) {
        Map<Object, List<GpuSpec>> alike = new LinkedHashMap<>();
        for (GpuSpec card : cards) {
            boolean alone = oneByOne || card.slots() > 1;
            alike.computeIfAbsent(Arrays.asList(card.current(), alone ? card.id() : ""), k -> new ArrayList<>())
                    .add(card);
        }
        return alike.values();
    }

    void build() {
        Layout layout = formulation.layout();
        for (String id : new TreeSet<>(first.current())) {
            WorkloadSpec workload = layout.workload(id);
            if (!layout.mayHost(first, workload)) {
                continue;
            }
            int most = cards.size() * Collections.frequency(first.current(), id);
            int variable = model.whole(most, part.change().isFixed() ? most : 0);
            kept.put(id, variable);
            model.earn(variable, workload.linearOn(first.gpuClass()));
            formulation.tally(id).count(variable, first.gpuClass());
            if (!part.change().isFixed()) {
                Sum all = new Sum().add(variable, 1);
                part.change().addTo(all, -most);
                model.atMost(all, 0);
            }
        }
        requireFilled();
    }

    Sum kept() {
        Sum all = new Sum();
        kept.values().forEach(variable -> all.add(variable, 1));
        return all;
    }

    Sum keptOf(String workload) {
        Integer variable = kept.get(workload);
        return variable == null ? new Sum() : new Sum().add(variable, 1);
    }

    /** Adds how many replicas go when the worker changes. */
    void addGoing(Sum sum) {
        part.change().addTo(sum, (long) cards.size() * first.current().size());
        sum.add(kept(), -1);
    }

    /** Of one card whose slots are filled in order. */
    void countChanges(int slots) {
        int changed = model.amount(slots, 0);
        formulation.countChanges(changed);
        Sum going = new Sum().add(changed, -1);
        addGoing(going);
        model.atMost(going, 0);
        Sum coming = new Sum().add(changed, -1).add(kept(), -1);
        Objects.requireNonNull(part.filledOf(first)).addTo(coming, first, 1);
        model.atMost(coming, 0);
    }

    void read(long[] values, Map<String, List<String>> byGpu) {
        kept.forEach((workload, variable) -> {
            long left = values[variable];
            int each = Collections.frequency(first.current(), workload);
            for (GpuSpec card : cards) {
                Filled filled = part.filledOf(card);
                int most = filled != null ? filled.on(card, values) : card.slots();
                List<String> now = byGpu.computeIfAbsent(card.id(), c -> new ArrayList<>());
                for (int copy = 0; copy < each && left > 0 && now.size() < most; copy++) {
                    now.add(workload);
                    left--;
                }
            }
        });
    }

    /** Nothing is kept in a slot that is to be free. */
    private void requireFilled() {
        if (kept.isEmpty() || part.filledOf(first) == null) {
            return;
        }
        Sum all = kept();
        for (GpuSpec card : cards) {
            Objects.requireNonNull(part.filledOf(card)).addTo(all, card, -1);
        }
        model.atMost(all, 0);
    }
}
