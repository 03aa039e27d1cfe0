package org.warmplan.certify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What each kind of gpu is worth at the prices, B_g(c) of DESIGN "Bound"; each kind is looked at once. */
final class GpuWorth {
    private final Priced priced;
    private final Map<GpuKind, Amounts> best = new HashMap<>();
    private final Map<GpuKind, List<Choice>> choices = new HashMap<>();

    /** Replicas of a workload that are no longer held or demanded anywhere. */
    private record Choice(int workload, Knapsack.Item item) {}

    GpuWorth(Priced priced) {
        this.priced = priced;
    }

    /** B_g of 0, 1 ... replicas up to the slots; {@link Exact#NONE} where the rules allow no such set. */
    Amounts best(GpuKind gpu) {
        return best.computeIfAbsent(gpu, this::bestOf);
    }

    /** Σ(π + linear) of what is warm now, or {@link Exact#NONE} when it does not meet the pins or the VRAM. */
    Exact keep(GpuKind gpu) {
        Exact sum = Exact.ZERO;
        long need = 0;
        for (int w : gpu.current()) {
            if (!priced.hosts(gpu.gpuClass(), w)) {
                return Exact.NONE;
            }
            need += priced.vram(w, gpu.gpuClass());
            sum = sum.plus(priced.worth(w, gpu.gpuClass()));
        }
        boolean pinned = gpu.pins().stream().allMatch(w -> gpu.currently(w) >= gpu.pinned(w));
        return pinned && need <= gpu.room() ? sum : Exact.NONE;
    }

    /** At most so many replicas of a workload stand on one gpu. */
    int mostCopies(GpuKind gpu, int w) {
        boolean possible = priced.hosts(gpu.gpuClass(), w) && gpu.allows(w);
        return possible ? Math.min(gpu.slots(), priced.workload(w).maxReplicas()) : 0;
    }

    /** What the first {@code copies} replicas of a workload bring: kept ones cost nothing and spare a change each. */
    Exact worth(GpuKind gpu, int w, int copies) {
        int kept = Math.min(copies, gpu.currently(w));
        return Exact.product(keptWorth(gpu, w), kept).plus(Exact.product(addedWorth(gpu, w), copies - kept));
    }

    /**
     * π + linear + λ. For the changed slots of a gpu are max(c, |current|) less the replicas kept, so that each kept one
     * takes a λ off what is subtracted in the end.
     */
    private long keptWorth(GpuKind gpu, int w) {
        return priced.worth(w, gpu.gpuClass()) + priced.changePrice();
    }

    private long addedWorth(GpuKind gpu, int w) {
        return priced.worth(w, gpu.gpuClass()) - priced.changeCost(w);
    }

    /** λ of every changed slot, if nothing were kept. */
    Exact changes(GpuKind gpu, int replicas) {
        return Exact.product(
                -priced.changePrice(), Math.max(replicas, gpu.current().size()));
    }

    private Amounts bestOf(GpuKind gpu) {
        Amounts all = new Amounts(gpu.slots() + 1);
        NavigableSet<Integer> special = new TreeSet<>(gpu.current());
        special.addAll(gpu.pins());
        Exact demanded = Exact.ZERO;
        long room = gpu.room();
        List<Knapsack.Item> items = new ArrayList<>();
        for (int w : special) {
            int pinned = gpu.pinned(w);
            int most = mostCopies(gpu, w);
            if (pinned > most) {
                return all;
            }
            if (most > 0) {
                long vram = priced.vram(w, gpu.gpuClass());
                int kept = Math.min(most, gpu.currently(w));
                demanded = demanded.plus(worth(gpu, w, pinned));
                room -= pinned * vram;
                items.add(new Knapsack.Item(vram, keptWorth(gpu, w), Math.max(0, kept - pinned)));
                items.add(new Knapsack.Item(vram, addedWorth(gpu, w), most - Math.max(kept, pinned)));
            }
        }
        int pins = gpu.pins().size();
        if (room < 0 || pins > gpu.slots()) {
            return all;
        }
        for (Choice choice : choices.computeIfAbsent(gpu.bare(), this::choices)) {
            if (!special.contains(choice.workload())) {
                items.add(choice.item());
            }
        }
        Amounts free = new Knapsack(gpu.slots() - pins, room).best(items);
        for (int count = 0; count < free.size(); count++) {
            all.set(pins + count, free.get(count).plus(demanded).plus(changes(gpu, pins + count)));
        }
        return all;
    }

    /** What can newly be warmed on cards like this, without what never pays. */
    private List<Choice> choices(GpuKind bare) {
        Map<Knapsack.Item, List<Integer>> workloads = new HashMap<>();
        List<Knapsack.Item> items = new ArrayList<>();
        for (int w = 0; w < priced.workloads(); w++) {
            int most = mostCopies(bare, w);
            if (most > 0) {
                Knapsack.Item item = new Knapsack.Item(priced.vram(w, bare.gpuClass()), addedWorth(bare, w), most);
                items.add(item);
                workloads.computeIfAbsent(item, i -> new ArrayList<>()).add(w);
            }
        }
        List<Choice> choices = new ArrayList<>();
        for (Knapsack.Item item : new Knapsack(bare.slots(), bare.room()).needed(items)) {
            choices.add(
                    new Choice(workloads.getOrDefault(item, new ArrayList<>()).remove(0), item));
        }
        return choices;
    }
}
