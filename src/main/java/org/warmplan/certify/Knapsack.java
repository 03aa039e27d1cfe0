package org.warmplan.certify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The best of exactly so many replicas that fit one card together. */
final class Knapsack {
    private final int most;
    private final long room;

    /**
     * Replicas of one workload that bring the same.
     *
     * @param vram MiB of each
     * @param worth of each, in 1/scale gwei
     * @param copies how many may be taken
     */
    record Item(long vram, long worth, int copies) {}

    /** Ways to fill the card with the same number of replicas, none of them both larger and worth less than another. */
    private static final class Front {
        private final long[] vram;
        private final Amounts worth;
        private int size;

        private Front(int capacity) {
            this.vram = new long[capacity];
            this.worth = new Amounts(capacity);
        }

        /** The one way to hold nothing. */
        static Front empty() {
            Front front = new Front(1);
            front.add(0, Exact.ZERO);
            return front;
        }

        private Exact best() {
            return size == 0 ? Exact.NONE : worth.get(size - 1);
        }

        /** Ways come by size; one is kept when it is worth more than all before. */
        private void add(long filled, Exact sum) {
            if (sum.compareTo(best()) > 0) {
                size -= size > 0 && vram[size - 1] == filled ? 1 : 0;
                vram[size] = filled;
                worth.set(size++, sum);
            }
        }
    }

    /**
     * @param most replicas looked at
     * @param room MiB for all of them
     */
    Knapsack(int most, long room) {
        this.most = most;
        this.room = room;
    }

    /** The best worth of 0, 1 ... {@code most} replicas; {@link Exact#NONE} where so many do not fit. */
    Amounts best(List<Item> items) {
        List<Item> fitting = items.stream()
                .filter(item -> item.vram() <= room && item.copies() > 0)
                .sorted(Comparator.comparingLong(Item::worth).reversed())
                .toList();
        long largest = fitting.stream().mapToLong(Item::vram).max().orElse(0);
        return largest == 0 || most <= room / largest ? bestByWorth(fitting) : bestByRoom(fitting);
    }

    /** Any {@code most} of them fit. */
    private Amounts bestByWorth(List<Item> fitting) {
        Amounts best = new Amounts(most + 1);
        Exact sum = Exact.ZERO;
        int taken = 0;
        best.set(0, sum);
        for (Item item : fitting) {
            for (int copy = 0; copy < item.copies() && taken < most; copy++) {
                sum = sum.plus(item.worth());
                best.set(++taken, sum);
            }
        }
        return best;
    }

    private Amounts bestByRoom(List<Item> fitting) {
        Front[] fronts = new Front[most + 1];
        Arrays.setAll(fronts, count -> count == 0 ? Front.empty() : new Front(0));
        for (Item item : fitting) {
            Exact worth = Exact.of(item.worth());
            int copies = (int) Math.min(Math.min(item.copies(), most), item.vram() == 0 ? most : room / item.vram());
            for (int copy = 0; copy < copies; copy++) {
                for (int count = most; count > copy; count--) {
                    fronts[count] = merged(fronts[count], fronts[count - 1], item.vram(), worth);
                }
            }
        }
        Amounts best = new Amounts(most + 1);
        for (int count = 0; count <= most; count++) {
            best.set(count, fronts[count].best());
        }
        return best;
    }

    /** The ways of {@code with} and those of {@code without} that take one more replica. */
    private Front merged(Front with, Front without, long vram, Exact worth) {
        if (without.size == 0) {
            return with;
        }
        Front both = new Front(with.size + without.size);
        int i = 0;
        int j = 0;
        while (i < with.size || j < without.size) {
            boolean first = j == without.size || (i < with.size && with.vram[i] <= without.vram[j] + vram);
            long filled = first ? with.vram[i] : without.vram[j] + vram;
            if (filled > room) {
                break;
            }
            both.add(
                    filled, first ? with.worth.get(i++) : without.worth.get(j++).plus(worth));
        }
        return both;
    }

    /**
     * Leaves out what is never needed: an item that {@code most} copies match which need no more and bring no less.
     * Replicas that must be held anyway may be among those copies, for they leave as many fewer to choose.
     */
    List<Item> needed(List<Item> items) {
        List<Item> bySize = items.stream()
                .filter(item -> item.vram() <= room && item.copies() > 0)
                .sorted(Comparator.comparingLong(Item::vram)
                        .thenComparing(Comparator.comparingLong(Item::worth).reversed()))
                .toList();
        List<Item> needed = new ArrayList<>();
        PriorityQueue<Long> best = new PriorityQueue<>();
        for (Item item : bySize) {
            if (best.size() == most && (most == 0 || best.element() >= item.worth())) {
                continue;
            }
            needed.add(item);
            for (int copy = 0; copy < Math.min(item.copies(), most); copy++) {
                best.add(item.worth());
                if (best.size() > most) {
                    best.remove();
                }
            }
        }
        return needed;
    }
}
