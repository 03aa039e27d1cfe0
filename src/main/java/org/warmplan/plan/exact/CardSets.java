package org.warmplan.plan.exact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Pin;
import org.warmplan.plan.price.Tariff;

/** All sets of replicas that one card can hold by itself, by their number, those worth most at the prices first. */
final class CardSets {
    private final List<List<Option>> bySize;

    /**
     * One set.
     *
     * @param fixed gwei per week: linear - changes
     * @param priced what it is worth at the prices, changed slots charged, in 1/scale gwei
     */
    record Option(List<Candidate> replicas, long fixed, int changedSlots, long priced) {}

    private CardSets(List<List<Option>> bySize) {
        this.bySize = bySize;
    }

    /** Of a card; null when there are more than {@code most}. */
    static @Nullable CardSets of(Board board, Card card, Tariff tariff, int most) {
        Filling filling = new Filling(board, card, tariff, most);
        filling.fill(0, 0, new ArrayList<>());
        if (filling.found > most) {
            return null;
        }
        filling.bySize.forEach(options -> options.sort(Comparator.comparingLong(o -> -o.priced())));
        return new CardSets(filling.bySize);
    }

    /** Of all sizes. */
    int count() {
        return bySize.stream().mapToInt(List::size).sum();
    }

    int slots() {
        return bySize.size() - 1;
    }

    List<Option> ofSize(int replicas) {
        return bySize.get(replicas);
    }

    /** What the best set of this size is worth at the prices; {@link Long#MIN_VALUE} when there is none. */
    long best(int replicas) {
        return bySize.get(replicas).isEmpty()
                ? Long.MIN_VALUE
                : bySize.get(replicas).get(0).priced();
    }

    private static final class Filling {
        private final Board board;
        private final Card card;
        private final Tariff tariff;
        private final int most;
        private final List<List<Option>> bySize = new ArrayList<>();
        private int found;

        Filling(Board board, Card card, Tariff tariff, int most) {
            this.board = board;
            this.card = card;
            this.tariff = tariff;
            this.most = most;
            for (int size = 0; size <= card.slots(); size++) {
                bySize.add(new ArrayList<>());
            }
        }

        void fill(int from, long need, List<Candidate> held) {
            add(held);
            List<Candidate> allowed = card.allowed();
            for (int i = from; i < allowed.size() && held.size() < card.slots() && found <= most; i++) {
                Candidate candidate = allowed.get(i);
                long more = need + candidate.vramOn(card.classIndex());
                if (more <= card.room() && Collections.frequency(held, candidate) < candidate.maxReplicas()) {
                    held.add(candidate);
                    fill(i, more, held);
                    held.remove(held.size() - 1);
                }
            }
        }

        private void add(List<Candidate> held) {
            for (Pin pin : board.pinsOn(card)) {
                if (Collections.frequency(held, pin.candidate()) < pin.count()) {
                    return;
                }
            }
            found++;
            long fixed = -card.changeCosts(held);
            long prices = 0;
            for (Candidate candidate : held) {
                fixed += candidate.linearOn(card.classIndex());
                prices += tariff.of(candidate, card.classIndex());
            }
            int changed = card.changedSlots(held);
            bySize.get(held.size())
                    .add(new Option(
                            List.copyOf(held),
                            fixed,
                            changed,
                            prices + tariff.scale() * fixed - tariff.changePrice() * changed));
        }
    }
}
