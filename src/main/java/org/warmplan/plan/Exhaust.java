package org.warmplan.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through every plan of a small fleet, leaving out what the prices prove to be no better than the best so far. */
final class Exhaust {
    private final Board board;
    private final @Nullable Quota quota;
    private final long nodeLimit;
    private final List<List<Priced>> byCard = new ArrayList<>();
    private final long[] bestRest;
    private final long surplus;
    private final List<List<Candidate>> placed = new ArrayList<>();
    private final int[] chosen;
    private final Tally[] tallies;
    private final long[] units;
    private long rigSum;
    private long placedSum;
    private int counted;
    private long nodes;
    private long bestValue;
    private @Nullable List<List<Candidate>> best;

    /** At most so many replicas of a workload on the cards of one class of one worker. */
    record Quota(Rig rig, String gpuClass, Candidate candidate, int most) {
        boolean covers(Card card) {
            return card.rig() == rig && card.gpuClass().equals(gpuClass);
        }
    }

    /**
     * How a search ended.
     *
     * @param proven whether every plan was looked at or ruled out
     * @param best the best plan worth more than what was at hand, if there is one
     */
    record Outcome(boolean proven, Optional<List<List<Candidate>>> best) {}

    private record Priced(CardOptions.Option option, long worth) {}

    /** What is decided of one worker so far. */
    private static final class Tally {
        private final Rig rig;
        private final int slots;
        private int held;
        private int changed;

        private Tally(Rig rig) {
            this.rig = rig;
            this.slots = rig.slots();
        }

        /** The reload if it is certain, and the most that free slots can still bring. */
        private long worth() {
            return rig.worthOfFree(slots - held) - (changed > 0 ? rig.spec().reloadCost() : 0);
        }
    }

    private Exhaust(Board board, CardOptions options, Prices prices, @Nullable Quota quota, long atHand, long limit) {
        this.board = board;
        this.quota = quota;
        this.nodeLimit = limit;
        this.bestValue = atHand;
        this.surplus = prices.surplusInAll();
        this.chosen = new int[board.cards().size()];
        this.units = new long[board.candidates().size()];
        Map<Rig, Tally> byRig = new HashMap<>();
        board.rigs().forEach(rig -> byRig.put(rig, new Tally(rig)));
        this.tallies = board.cards().stream()
                .map(card -> byRig.getOrDefault(card.rig(), new Tally(card.rig())))
                .toArray(Tally[]::new);
        this.rigSum = byRig.values().stream().mapToLong(Tally::worth).sum();
        Comparator<Priced> order = Comparator.comparingInt(
                        (Priced p) -> -p.option().replicas().size())
                .thenComparingLong(p -> -p.worth());
        for (Card card : board.cards()) {
            byCard.add(options.of(card).stream()
                    .map(option -> new Priced(option, prices.worth(card, option)))
                    .sorted(order)
                    .toList());
            placed.add(List.of());
        }
        this.bestRest = new long[byCard.size() + 1];
        for (int i = byCard.size() - 1; i >= 0; i--) {
            bestRest[i] = bestRest[i + 1]
                    + byCard.get(i).stream().mapToLong(Priced::worth).max().orElse(0);
        }
    }

    /**
     * Looks for a plan worth more than {@code atHand}.
     *
     * @param quota one more rule, or null
     * @param nodeLimit choices tried before giving up
     */
    static Outcome search(
            Board board, CardOptions options, Prices prices, @Nullable Quota quota, long atHand, long nodeLimit) {
        Exhaust search = new Exhaust(board, options, prices, quota, atHand, nodeLimit);
        search.descend(0, search.surplus);
        return new Outcome(search.nodes <= nodeLimit, Optional.ofNullable(search.best));
    }

    private void descend(int depth, long sofar) {
        if (depth == byCard.size()) {
            keepIfBetter();
            return;
        }
        Card card = board.cards().get(depth);
        List<Priced> choices = byCard.get(depth);
        for (int i = firstChoice(card); i < choices.size() && ++nodes <= nodeLimit; i++) {
            Priced choice = choices.get(i);
            chosen[depth] = i;
            put(card, choice, 1);
            long bound = sofar + choice.worth() + bestRest[depth + 1] + rigSum;
            if (bound > bestValue && isInOrder(card, choice) && (quota == null || counted <= quota.most())) {
                descend(depth + 1, sofar + choice.worth());
            }
            put(card, choice, -1);
        }
        placed.set(depth, List.of());
    }

    /** Places a choice, or with {@code sign} -1 takes it back. */
    private void put(Card card, Priced choice, int sign) {
        Tally tally = tallies[card.index()];
        rigSum -= tally.worth();
        tally.held += sign * choice.option().replicas().size();
        tally.changed += sign * choice.option().changedSlots();
        rigSum += tally.worth();
        placed.set(card.index(), choice.option().replicas());
        placedSum += sign * choice.option().fixed();
        for (Candidate candidate : choice.option().replicas()) {
            placedSum -= candidate.worth(units[candidate.index()]);
            units[candidate.index()] += (long) sign * candidate.unitsOn(card);
            placedSum += candidate.worth(units[candidate.index()]);
        }
        if (quota != null && quota.covers(card)) {
            counted += sign * Collections.frequency(choice.option().replicas(), quota.candidate());
        }
    }

    /** Cards that are alike stand in one order only. */
    private int firstChoice(Card card) {
        if (card.index() == 0) {
            return 0;
        }
        Card before = board.cards().get(card.index() - 1);
        boolean alike = before.rig() == card.rig()
                && before.gpuClass().equals(card.gpuClass())
                && before.slots() == card.slots()
                && before.room() == card.room()
                && before.current().equals(card.current())
                && before.spec().forbid().equals(card.spec().forbid())
                && board.pins().stream()
                        .noneMatch(pin -> pin.spec().onGpu() && (pin.covers(before) || pin.covers(card)));
        return alike ? chosen[before.index()] : 0;
    }

    private boolean isInOrder(Card card, Priced choice) {
        if (!card.rig().spec().prefix() || card.place() == 0) {
            return true;
        }
        int size = choice.option().replicas().size();
        int first = placed.get(card.rig().cards().get(0).index()).size();
        int before =
                placed.get(card.rig().cards().get(card.place() - 1).index()).size();
        return size <= before && size >= first - 1;
    }

    /** Replicas that count against a quota. */
    static int replicas(List<List<Candidate>> placed, Board board, Quota quota) {
        int count = 0;
        for (Card card : board.cards()) {
            if (quota.covers(card)) {
                count += Collections.frequency(placed.get(card.index()), quota.candidate());
            }
        }
        return count;
    }

    /** The running sums tell the exact value; only a better plan is held against all the rules. */
    private void keepIfBetter() {
        if (placedSum + rigSum <= bestValue) {
            return;
        }
        Evaluation evaluation = Evaluation.of(board, placed);
        if (evaluation.isFeasible() && evaluation.value() > bestValue) {
            bestValue = evaluation.value();
            best = new ArrayList<>(placed);
        }
    }
}
