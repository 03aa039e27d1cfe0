package org.warmplan.plan.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Rig;

/**
 * What one worker would hold if it were alone with the prices: the better of keeping what is warm and of the best new set.
 * Pins to the worker count only for keeping.
 *
 * @param value in 1/scale gwei at the prices; {@link CardKind#IMPOSSIBLE} when it can hold nothing at all
 */
record RigOffer(long value, List<List<Candidate>> byCard) {
    static RigOffer of(RigKind kind, CardKind.Offer[] offers, Tariff tariff) {
        Rig rig = kind.first();
        long[][] worth = new long[kind.cards().size()][];
        for (int i = 0; i < worth.length; i++) {
            CardKind.Offer offer = offers[kind.cards().get(i).index()];
            worth[i] = new long[offer.slots() + 1];
            for (int count = 0; count <= offer.slots(); count++) {
                worth[i][count] = offer.value(count);
            }
        }
        Sizes sizes = rig.fillsInOrder()
                ? inOrder(rig, worth, tariff.scale())
                : rig.earnsFree() ? together(rig, worth, tariff.scale()) : apart(worth);
        long changed = sizes.value() <= CardKind.IMPOSSIBLE
                ? CardKind.IMPOSSIBLE
                : sizes.value() - tariff.scale() * rig.reloadCost();
        long kept = kept(kind, tariff);
        if (kept >= changed) {
            return new RigOffer(kept, kind.current());
        }
        List<List<Candidate>> byCard = new ArrayList<>();
        for (int i = 0; i < worth.length; i++) {
            byCard.add(offers[kind.cards().get(i).index()].replicas(sizes.byCard()[i]));
        }
        return new RigOffer(changed, byCard);
    }

    boolean isImpossible() {
        return value <= CardKind.IMPOSSIBLE;
    }

    @SuppressWarnings("ArrayRecordComponent") // Made by the million; never handed out.
    private record Sizes(long value, int[] byCard) {}

    private static long kept(RigKind kind, Tariff tariff) {
        if (!kind.mayKeep()) {
            return CardKind.IMPOSSIBLE;
        }
        long value = 0;
        int held = 0;
        for (CardKind card : kind.cards()) {
            held += card.current().size();
            for (Candidate candidate : card.current()) {
                value += tariff.kept(candidate, card.shelf().gpuClass());
            }
        }
        return value + tariff.scale() * kind.first().worthOfFree(kind.first().slots() - held);
    }

    /** Replicas by card as the slot order forces them, for the best total. */
    private static Sizes inOrder(Rig rig, long[][] worth, long scale) {
        long best = CardKind.IMPOSSIBLE;
        int most = 0;
        for (int n = 0; n <= rig.slots(); n++) {
            long sum = scale * rig.worthOfFree(rig.slots() - n);
            for (int place = 0; place < worth.length && sum > CardKind.IMPOSSIBLE; place++) {
                long here = worth[place][rig.heldInOrder(place, n)];
                sum = here <= CardKind.IMPOSSIBLE ? CardKind.IMPOSSIBLE : sum + here;
            }
            if (sum > best) {
                best = sum;
                most = n;
            }
        }
        int[] sizes = new int[worth.length];
        for (int place = 0; place < sizes.length; place++) {
            sizes[place] = rig.heldInOrder(place, most);
        }
        return new Sizes(best, sizes);
    }

    /** Without a slot order and without income of free slots, each card for itself. */
    private static Sizes apart(long[][] worth) {
        long sum = 0;
        int[] sizes = new int[worth.length];
        for (int place = 0; place < worth.length; place++) {
            for (int size = 1; size < worth[place].length; size++) {
                if (worth[place][size] > worth[place][sizes[place]]) {
                    sizes[place] = size;
                }
            }
            long here = worth[place][sizes[place]];
            if (here <= CardKind.IMPOSSIBLE) {
                return new Sizes(CardKind.IMPOSSIBLE, sizes);
            }
            sum += here;
        }
        return new Sizes(sum, sizes);
    }

    /** Every total is worth its best parts and what is then free. */
    private static Sizes together(Rig rig, long[][] worth, long scale) {
        long[] sums = new long[rig.slots() + 1];
        Arrays.fill(sums, CardKind.IMPOSSIBLE);
        sums[0] = 0;
        int[][] part = new int[worth.length][];
        for (int place = 0; place < worth.length; place++) {
            long[] next = new long[sums.length];
            Arrays.fill(next, CardKind.IMPOSSIBLE);
            part[place] = new int[sums.length];
            for (int n = 0; n < sums.length; n++) {
                for (int size = 0; size < worth[place].length && size <= n; size++) {
                    long here = worth[place][size];
                    if (sums[n - size] > CardKind.IMPOSSIBLE
                            && here > CardKind.IMPOSSIBLE
                            && sums[n - size] + here > next[n]) {
                        next[n] = sums[n - size] + here;
                        part[place][n] = size;
                    }
                }
            }
            sums = next;
        }
        long best = CardKind.IMPOSSIBLE;
        int most = 0;
        for (int n = 0; n < sums.length; n++) {
            if (sums[n] > CardKind.IMPOSSIBLE && sums[n] + scale * rig.worthOfFree(rig.slots() - n) > best) {
                best = sums[n] + scale * rig.worthOfFree(rig.slots() - n);
                most = n;
            }
        }
        int[] sizes = new int[worth.length];
        for (int place = worth.length - 1; place >= 0; place--) {
            sizes[place] = part[place][most];
            most -= sizes[place];
        }
        return new Sizes(best, sizes);
    }
}
