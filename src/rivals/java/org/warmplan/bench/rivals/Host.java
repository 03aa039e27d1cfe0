package org.warmplan.bench.rivals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.warmplan.bench.Layout;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.WorkloadSpec;

/**
 * Cards on which a new replica is worth the same, counted together; where what they hold competes for VRAM, or is
 * pinned, a card alone.
 */
final class Host {
    private final Formulation formulation;
    private final LinearModel model;
    private final Layout layout;
    private final Part part;
    private final List<GpuSpec> cards;
    private final GpuSpec first;
    private final Map<String, Integer> added = new LinkedHashMap<>();
    private final List<Keepers> keepers = new ArrayList<>();

    Host(Formulation formulation, Part part, List<GpuSpec> cards) {
        this.formulation = formulation;
        this.model = formulation.model();
        this.layout = formulation.layout();
        this.part = part;
        this.cards = cards;
        this.first = cards.get(0);
    }

    /** Equal for cards that can be counted together. */
    static Object key(Layout layout, GpuSpec card) {
        Set<String> forbid = new TreeSet<>(card.forbid());
        forbid.addAll(layout.worker(card.worker()).forbid());
        boolean exempt = card.slots() > 1 && !Collections.disjoint(forbid, card.current());
        boolean alone =
                exempt || isTight(layout, card) || !layout.pinnedOn(card).isEmpty();
        boolean prefix = layout.worker(card.worker()).prefix();
        return Arrays.asList(card.gpuClass(), layout.room(card), card.slots(), forbid, prefix, alone ? card.id() : "");
    }

    void build() {
        for (WorkloadSpec workload : formulation.workloads()) {
            if (mayHost(workload)) {
                int most = Math.min(cards.size() * mostOn(workload), workload.maxReplicas());
                int variable = model.whole(most, 0);
                added.put(workload.id(), variable);
                model.earn(variable, workload.linearOn(first.gpuClass()) - workload.changeCost());
                formulation.tally(workload.id()).count(variable, first.gpuClass());
            }
        }
        for (List<GpuSpec> alike : Keepers.alike(cards, formulation.countsChanges())) {
            Keepers some = new Keepers(formulation, part, alike);
            some.build();
            keepers.add(some);
        }
        requireSlots();
        if (isTight(layout, first)) {
            requireRoom();
        }
        for (String workload : new HashSet<>(layout.pinnedOn(first))) {
            Sum there = replicasOf(workload);
            part.change().addTo(there, -Collections.frequency(layout.pinnedOn(first), workload));
            model.atLeast(there, 0);
        }
        if (formulation.countsChanges()) {
            countChanges();
        }
    }

    /** All of them, on a worker that changes. */
    Sum replicas() {
        Sum all = new Sum();
        added.values().forEach(variable -> all.add(variable, 1));
        keepers.forEach(some -> all.add(some.kept(), 1));
        return all;
    }

    Sum replicasOf(String workload) {
        Sum all = new Sum();
        Integer variable = added.get(workload);
        if (variable != null) {
            all.add(variable, 1);
        }
        keepers.forEach(some -> all.add(some.keptOf(workload), 1));
        return all;
    }

    /** Keeps what stays where it is, then fills what else is to be filled, what was vacated first. */
    void read(long[] values, Map<String, List<String>> byGpu) {
        keepers.forEach(some -> some.read(values, byGpu));
        List<String> left = new ArrayList<>();
        added.forEach((workload, variable) -> left.addAll(Collections.nCopies((int) values[variable], workload)));
        for (boolean vacated : new boolean[] {true, false}) {
            for (GpuSpec card : cards) {
                List<String> now = byGpu.computeIfAbsent(card.id(), c -> new ArrayList<>());
                Filled filled = part.filledOf(card);
                int most = filled != null ? filled.on(card, values) : card.slots();
                int wanted = vacated ? Math.min(most, card.current().size()) : most;
                while (now.size() < wanted && !left.isEmpty()) {
                    now.add(left.remove(left.size() - 1));
                }
            }
        }
    }

    /** Whether some of what it may hold can be too much for it. */
    private static boolean isTight(Layout layout, GpuSpec card) {
        long most = 0;
        for (WorkloadSpec workload : layout.problem().workloads()) {
            if (layout.mayHost(card, workload)) {
                most = Math.max(most, workload.vramMib().getOrDefault(card.gpuClass(), 0L));
            }
        }
        return card.slots() * most > layout.room(card);
    }

    /** With one slot a replica that a rule forbids can only be kept. */
    private boolean mayHost(WorkloadSpec workload) {
        boolean forbidden = first.forbid().contains(workload.id())
                || layout.worker(first.worker()).forbid().contains(workload.id());
        return layout.mayHost(first, workload) && !(forbidden && first.slots() == 1);
    }

    private int mostOn(WorkloadSpec workload) {
        long need = need(workload.id());
        return (int) (need == 0 ? first.slots() : Math.min(first.slots(), layout.room(first) / need));
    }

    private long need(String workload) {
        return layout.workload(workload).vramMib().getOrDefault(first.gpuClass(), 0L);
    }

    private void requireSlots() {
        Sum all = replicas();
        boolean ordered = part.filledOf(first) != null;
        for (GpuSpec card : cards) {
            Filled filled = part.filledOf(card);
            if (filled != null) {
                filled.addTo(all, card, -1);
            } else {
                part.change().addTo(all, -card.slots());
            }
        }
        if (ordered) {
            model.equal(all, 0);
        } else {
            model.atMost(all, 0);
        }
    }

    /**
     * VRAM, and what follows for whole replicas: of those that need more than a half only one fits, of those that need
     * more than a third two. Solvers find the first by themselves and the rest late.
     */
    private void requireRoom() {
        long room = layout.room(first);
        Set<String> all = new TreeSet<>(added.keySet());
        all.addAll(first.current());
        Sum needs = new Sum();
        all.forEach(workload -> needs.add(replicasOf(workload), need(workload)));
        part.change().addTo(needs, -room);
        model.atMost(needs, 0);
        for (int fit = 1; fit < first.slots(); fit++) {
            Sum large = new Sum();
            for (String workload : all) {
                if (need(workload) * (fit + 1) > room) {
                    large.add(replicasOf(workload), 1);
                }
            }
            if (large.size() > 0) {
                part.change().addTo(large, -fit);
                model.atMost(large, 0);
            }
        }
    }

    /** At least what goes and at least what comes: card by card where it is known, else together. */
    private void countChanges() {
        @Nullable Filled ordered = part.filledOf(first);
        int slots = cards.size() * first.slots();
        if (ordered != null) {
            keepers.forEach(some -> some.countChanges(slots));
            return;
        }
        int changed = model.amount(slots, 0);
        formulation.countChanges(changed);
        Sum coming = new Sum().add(changed, -1);
        added.values().forEach(variable -> coming.add(variable, 1));
        model.atMost(coming, 0);
        Sum going = new Sum().add(changed, -1);
        keepers.forEach(some -> some.addGoing(going));
        model.atMost(going, 0);
    }
}
