package org.warmplan.plan.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.warmplan.plan.board.Rig;
import org.warmplan.plan.price.Tariff;

/** One way to fill a worker: left as it is today, or restarted with so many replicas on each card, or with any number. */
final class RigPaths {
    private final Rig rig;
    private final List<CardSets> sets;
    private final boolean restarts;
    private final int[] sizes;
    private final long[][] after;
    private final long scale;

    private RigPaths(Rig rig, List<CardSets> sets, boolean restarts, int[] sizes, Tariff tariff) {
        this.rig = rig;
        this.sets = sets;
        this.restarts = restarts;
        this.sizes = sizes;
        this.scale = tariff.scale();
        this.after = new long[sets.size() + 1][rig.slots() + 1];
        for (int held = 0; held <= rig.slots(); held++) {
            after[sets.size()][held] = scale * worthOfRig(held);
        }
        for (int place = sets.size() - 1; place >= 0; place--) {
            Arrays.fill(after[place], Long.MIN_VALUE);
            for (int held = 0; held <= rig.slots(); held++) {
                for (int size : sizes(place)) {
                    int then = held + size;
                    if (then <= rig.slots()
                            && after[place + 1][then] != Long.MIN_VALUE
                            && bestOf(place, size) != Long.MIN_VALUE) {
                        after[place][held] = Math.max(after[place][held], bestOf(place, size) + after[place + 1][then]);
                    }
                }
            }
        }
    }

    /** All ways, that of today first. */
    static List<RigPaths> of(Rig rig, List<CardSets> sets, Tariff tariff) {
        List<RigPaths> paths = new ArrayList<>();
        int today = rig.cards().stream().mapToInt(card -> card.current().size()).sum();
        boolean inOrder = !rig.fillsInOrder()
                || rig.cards().stream().allMatch(c -> c.current().size() == rig.heldInOrder(c.place(), today));
        if (inOrder) {
            int[] sizes = rig.cards().stream().mapToInt(c -> c.current().size()).toArray();
            paths.add(new RigPaths(rig, sets, false, sizes, tariff));
        }
        if (rig.fillsInOrder()) {
            for (int n = 0; n <= rig.slots(); n++) {
                int total = n;
                int[] sizes = IntStream.range(0, sets.size())
                        .map(place -> rig.heldInOrder(place, total))
                        .toArray();
                paths.add(new RigPaths(rig, sets, true, sizes, tariff));
            }
        } else {
            paths.add(new RigPaths(rig, sets, true, new int[0], tariff));
        }
        paths.removeIf(path -> path.after[0][0] == Long.MIN_VALUE);
        return paths;
    }

    /** What the worker is worth at the prices at the best, in 1/scale gwei; {@link Long#MIN_VALUE} when no way is open. */
    static long best(Rig rig, List<CardSets> sets, Tariff tariff) {
        return of(rig, sets, tariff).stream()
                .mapToLong(path -> path.after[0][0])
                .max()
                .orElse(Long.MIN_VALUE);
    }

    Rig rig() {
        return rig;
    }

    int cards() {
        return sets.size();
    }

    int[] sizes(int place) {
        return sizes.length > 0
                ? new int[] {sizes[place]}
                : IntStream.rangeClosed(0, sets.get(place).slots()).toArray();
    }

    List<CardSets.Option> options(int place, int size) {
        List<CardSets.Option> all = sets.get(place).ofSize(size);
        if (restarts) {
            return all;
        }
        return all.stream().filter(this::isToday).limit(1).toList();
    }

    private boolean isToday(CardSets.Option option) {
        return option.changedSlots() == 0;
    }

    private long bestOf(int place, int size) {
        List<CardSets.Option> options = options(place, size);
        return options.isEmpty() ? Long.MIN_VALUE : options.get(0).priced();
    }

    /** What the later cards and the worker itself are worth at the prices at the best, with so many replicas up to here. */
    long bestAfter(int place, int held) {
        return after[place + 1][held];
    }

    /** Gwei per week: free slots less the reload. */
    long worthOfRig(int held) {
        return rig.worthOfFree(rig.slots() - held) - (restarts ? rig.reloadCost() : 0);
    }
}
