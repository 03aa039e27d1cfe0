package org.warmplan.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one worker would hold if it were alone and paid the given prices per unit. Pins to the worker are left out. */
final class RigChoice {
    private static final long IMPOSSIBLE = Long.MIN_VALUE / 4;

    private final Rig rig;
    private final long value;
    private final List<List<Candidate>> replicas;

    private RigChoice(Rig rig, long value, List<List<Candidate>> replicas) {
        this.rig = rig;
        this.value = value;
        this.replicas = replicas;
    }

    /** The better of keeping what is warm and of the best new set; empty when neither is possible. */
    static Optional<RigChoice> find(Rig rig, CardOptions options, long[] prices) {
        RigChoice anew = changed(rig, options, prices);
        RigChoice keep = kept(rig, options, prices);
        RigChoice better = keep != null && keep.value >= anew.value ? keep : anew;
        return better.value <= IMPOSSIBLE ? Optional.empty() : Optional.of(better);
    }

    /** Gwei per week at the prices. */
    long value() {
        return value;
    }

    void addUnits(double[] units) {
        for (Card card : rig.cards()) {
            for (Candidate candidate : replicas.get(card.place())) {
                units[candidate.index()] += candidate.unitsOn(card);
            }
        }
    }

    static long worth(Card card, CardOptions.Option option, long[] prices) {
        long worth = option.fixed();
        for (Candidate candidate : option.replicas()) {
            worth += prices[candidate.index()] * candidate.unitsOn(card);
        }
        return worth;
    }

    /** Null when what is warm now breaks a rule of its own card. */
    private static @Nullable RigChoice kept(Rig rig, CardOptions options, long[] prices) {
        long sum = 0;
        int held = 0;
        List<List<Candidate>> replicas = new ArrayList<>();
        for (Card card : rig.cards()) {
            Optional<CardOptions.Option> same =
                    options.of(card).stream().filter(o -> o.changedSlots() == 0).findFirst();
            if (same.isEmpty()) {
                return null;
            }
            sum += worth(card, same.get(), prices);
            held += same.get().replicas().size();
            replicas.add(same.get().replicas());
        }
        return new RigChoice(rig, sum + rig.worthOfFree(rig.slots() - held), replicas);
    }

    private static RigChoice changed(Rig rig, CardOptions options, long[] prices) {
        int cards = rig.cards().size();
        CardOptions.@Nullable Option[][] best = new CardOptions.Option[cards][];
        long[][] worth = new long[cards][];
        for (Card card : rig.cards()) {
            bestBySize(card, options, prices, best, worth);
        }
        RigChoice found = new RigChoice(rig, IMPOSSIBLE, List.of());
        int[][] sizes = rig.spec().prefix() ? inOrder(rig, worth) : free(rig, worth);
        for (int n = 0; n < sizes.length; n++) {
            long sum = -rig.spec().reloadCost() + rig.worthOfFree(rig.slots() - n);
            for (int place = 0; place < cards; place++) {
                sum += sizes[n][place] < 0 ? IMPOSSIBLE : worth[place][sizes[n][place]];
                sum = Math.max(sum, IMPOSSIBLE);
            }
            if (sum > found.value) {
                found = new RigChoice(rig, sum, chosen(best, sizes[n]));
            }
        }
        return found;
    }

    private static void bestBySize(
            Card card, CardOptions options, long[] prices, CardOptions.@Nullable Option[][] best, long[][] worth) {
        CardOptions.@Nullable Option[] bestHere = new CardOptions.Option[card.slots() + 1];
        long[] worthHere = new long[card.slots() + 1];
        Arrays.fill(worthHere, IMPOSSIBLE);
        for (CardOptions.Option option : options.of(card)) {
            long amount = worth(card, option, prices);
            int size = option.replicas().size();
            if (amount > worthHere[size]) {
                worthHere[size] = amount;
                bestHere[size] = option;
            }
        }
        best[card.place()] = bestHere;
        worth[card.place()] = worthHere;
    }

    private static List<List<Candidate>> chosen(CardOptions.@Nullable Option[][] best, int[] sizes) {
        List<List<Candidate>> replicas = new ArrayList<>();
        for (int place = 0; place < sizes.length; place++) {
            CardOptions.Option option = sizes[place] < 0 ? null : best[place][sizes[place]];
            replicas.add(option == null ? List.of() : option.replicas());
        }
        return replicas;
    }

    /** Replicas by card for each total, as the slot order forces them. */
    private static int[][] inOrder(Rig rig, long[][] worth) {
        int[][] sizes = new int[rig.slots() + 1][worth.length];
        for (int n = 0; n < sizes.length; n++) {
            for (int place = 0; place < worth.length; place++) {
                sizes[n][place] = rig.heldInOrder(place, n);
            }
        }
        return sizes;
    }

    /** Replicas by card for each total, as it is worth most; -1 where the total cannot be had. */
    private static int[][] free(Rig rig, long[][] worth) {
        long[] sums = new long[rig.slots() + 1];
        Arrays.fill(sums, IMPOSSIBLE);
        sums[0] = 0;
        int[][] sizes = new int[sums.length][worth.length];
        for (int[] row : sizes) {
            Arrays.fill(row, -1);
        }
        for (int place = 0; place < worth.length; place++) {
            long[] next = new long[sums.length];
            Arrays.fill(next, IMPOSSIBLE);
            int[][] nextSizes = new int[sums.length][];
            for (int n = 0; n < sums.length; n++) {
                for (int size = 0; size < worth[place].length && size <= n; size++) {
                    long sum = sums[n - size] + worth[place][size];
                    if (sums[n - size] > IMPOSSIBLE && worth[place][size] > IMPOSSIBLE && sum > next[n]) {
                        next[n] = sum;
                        nextSizes[n] = sizes[n - size].clone();
                        nextSizes[n][place] = size;
                    }
                }
                if (nextSizes[n] == null) {
                    nextSizes[n] = new int[worth.length];
                    Arrays.fill(nextSizes[n], -1);
                }
            }
            sums = next;
            sizes = nextSizes;
        }
        return sizes;
    }
}
