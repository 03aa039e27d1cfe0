package org.warmplan.plan.price;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.plan.board.Candidate;

/**
 * For each number of replicas, the sets that bring most for the VRAM they need: none of them is beaten by another that needs
 * no more.
 */
final class Packing {
    private final List<List<Load>> byCount;

    /** A set as a chain, each link one or more replicas of a workload. */
    static final class Load {
        static final Load NONE = new Load(0, 0, null, 0, null);

        private final long vram;
        private final long value;
        private final @Nullable Candidate candidate;
        private final int copies;
        private final @Nullable Load before;

        private Load(long vram, long value, @Nullable Candidate candidate, int copies, @Nullable Load before) {
            this.vram = vram;
            this.value = value;
            this.candidate = candidate;
            this.copies = copies;
            this.before = before;
        }

        long value() {
            return value;
        }

        void addTo(List<Candidate> replicas) {
            for (Load link = this; link != null && link.candidate != null; link = link.before) {
                for (int i = 0; i < link.copies; i++) {
                    replicas.add(link.candidate);
                }
            }
        }
    }

    /**
     * What may be packed: the first {@code held} copies bring {@code kept} each, further ones {@code added}, which is never
     * more.
     */
    record Item(Candidate candidate, long vram, long kept, int held, long added, int least, int most) {
        long value(int copies) {
            int stay = Math.min(copies, held);
            return stay * kept + (copies - stay) * added;
        }

        private boolean isFree(int slots) {
            return held == 0 && least == 0 && most >= slots;
        }
    }

    private Packing(List<List<Load>> byCount) {
        this.byCount = byCount;
    }

    static Packing of(List<Item> items, int slots, long room) {
        List<Load> singles = pareto(items.stream()
                .filter(item -> item.isFree(slots) && item.vram() <= room)
                .map(item -> new Load(item.vram(), item.added(), item.candidate(), 1, Load.NONE))
                .toList());
        List<List<Load>> levels = new ArrayList<>();
        levels.add(List.of(Load.NONE));
        for (int count = 1; count <= slots; count++) {
            levels.add(grown(levels.get(count - 1), singles, room));
        }
        for (Item item : items) {
            if (!item.isFree(slots)) {
                levels = with(levels, item, room);
            }
        }
        return new Packing(levels);
    }

    /** The best set of exactly so many replicas in so much room; null when there is none. */
    @Nullable
    Load best(int count, long room) {
        List<Load> loads = byCount.get(count);
        int low = 0;
        int high = loads.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (loads.get(middle).vram <= room) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : loads.get(low - 1);
    }

    private static List<Load> grown(List<Load> level, List<Load> singles, long room) {
        List<Load> grown = new ArrayList<>(level.size() * singles.size());
        for (Load load : level) {
            for (Load single : singles) {
                if (load.vram + single.vram > room) {
                    break;
                }
                grown.add(new Load(load.vram + single.vram, load.value + single.value, single.candidate, 1, load));
            }
        }
        return pareto(grown);
    }

    private static List<List<Load>> with(List<List<Load>> levels, Item item, long room) {
        List<List<Load>> next = new ArrayList<>();
        for (int count = 0; count < levels.size(); count++) {
            List<Load> all = new ArrayList<>();
            for (int copies = item.least(); copies <= Math.min(item.most(), count); copies++) {
                add(levels.get(count - copies), item, copies, room, all);
            }
            next.add(pareto(all));
        }
        return next;
    }

    private static void add(List<Load> level, Item item, int copies, long room, List<Load> all) {
        if (copies == 0) {
            all.addAll(level);
            return;
        }
        // Needs are at most 10^12 MiB and copies at most 10^4.
        long vram = copies * item.vram();
        for (Load load : level) {
            if (load.vram + vram > room) {
                break;
            }
            all.add(new Load(load.vram + vram, load.value + item.value(copies), item.candidate(), copies, load));
        }
    }

    private static List<Load> pareto(List<Load> loads) {
        if (loads.size() < 2) {
            return loads;
        }
        List<Load> sorted = new ArrayList<>(loads);
        // Equal ones stay in the order they came in, so that the choice among them never depends on the machine.
        sorted.sort(Comparator.comparingLong((Load l) -> l.vram)
                .thenComparing(Comparator.comparingLong((Load l) -> l.value).reversed()));
        List<Load> best = new ArrayList<>();
        long value = Long.MIN_VALUE;
        for (Load load : sorted) {
            if (load.value > value) {
                best.add(load);
                value = load.value;
            }
        }
        return best;
    }
}
