package org.warmplan.plan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Pin;
import org.warmplan.plan.board.Rig;
import org.warmplan.problem.SmallProblems;

/** What cards and workers choose at some prices, held against every set of replicas they could hold. */
final class OffersTest {
    private static final int PROBLEMS = 1_500;

    private static Tariff drawn(Board board, long seed) {
        Random random = new Random(seed);
        long scale = random.nextBoolean() ? 1 : 100;
        long[] prices = random.longs((long) board.candidates().size() * board.classes(), -50 * scale, 1_500 * scale)
                .toArray();
        return new Tariff(board.classes(), scale, prices, board.limitsChanges() ? random.nextLong(300 * scale) : 0);
    }

    @Test
    void cardsOfferTheBestSetsOfEverySize() {
        int held = 0;
        int impossible = 0;
        for (long seed = 1; seed <= PROBLEMS; seed++) {
            Board board = new Board(SmallProblems.random(seed));
            Market market = new Market(board);
            Tariff tariff = drawn(board, seed);
            CardKind.Offer[] offers = market.offers(tariff);
            for (RigKind kind : market.rigs()) {
                for (int member = 0; member < kind.count(); member++) {
                    for (int i = 0; i < kind.cards().size(); i++) {
                        Card card = kind.cardsOf(member).get(i);
                        CardKind.Offer offer = offers[kind.cards().get(i).index()];
                        long[] best = best(board, card, tariff);
                        assertThat(offer.slots()).isEqualTo(card.slots());
                        for (int count = 0; count < best.length; count++) {
                            if (best[count] == CardKind.IMPOSSIBLE) {
                                impossible++;
                                assertThat(offer.value(count))
                                        .as("%d %s", seed, card)
                                        .isEqualTo(best[count]);
                            } else {
                                held++;
                                assertThat(offer.value(count))
                                        .as("%d %s", seed, card)
                                        .isEqualTo(best[count]);
                                List<Candidate> replicas = offer.replicas(count);
                                assertThat(replicas).as("%d %s", seed, card).hasSize(count);
                                assertThat(isAllowed(board, card, replicas))
                                        .as("%d %s", seed, card)
                                        .isTrue();
                                assertThat(worth(card, replicas, tariff))
                                        .as("%d %s", seed, card)
                                        .isEqualTo(best[count]);
                            }
                        }
                    }
                }
            }
        }
        assertThat(List.of(held, impossible)).allMatch(many -> many > 500);
    }

    @Test
    void workersChooseBetweenKeepingAndTheBestNewSet() {
        int kept = 0;
        int changed = 0;
        for (long seed = 1; seed <= PROBLEMS; seed++) {
            Board board = new Board(SmallProblems.random(seed));
            Market market = new Market(board);
            Tariff tariff = drawn(board, seed);
            Market.Answers answers = market.askExactly(tariff);
            for (RigKind kind : market.rigs()) {
                RigOffer offer = answers.columns()[kind.index()];
                for (Rig rig : kind.rigs()) {
                    long keep = keep(board, rig, tariff);
                    long best = Math.max(keep, bestNew(board, rig, tariff));
                    if (best <= CardKind.IMPOSSIBLE) {
                        assertThat(offer.isImpossible()).as("%d %s", seed, rig).isTrue();
                    } else {
                        assertThat(offer.value()).as("%d %s", seed, rig).isEqualTo(best);
                        kept += best == keep ? 1 : 0;
                        changed += best == keep ? 0 : 1;
                    }
                }
            }
        }
        assertThat(List.of(kept, changed)).allMatch(many -> many > 200);
    }

    /** By number of replicas, in 1/scale gwei. */
    private static long[] best(Board board, Card card, Tariff tariff) {
        long[] best = new long[card.slots() + 1];
        Arrays.fill(best, CardKind.IMPOSSIBLE);
        fill(board, card, tariff, 0, new ArrayList<>(), best);
        return best;
    }

    private static void fill(Board board, Card card, Tariff tariff, int from, List<Candidate> held, long[] best) {
        if (isAllowed(board, card, held)) {
            best[held.size()] = Math.max(best[held.size()], worth(card, held, tariff));
        }
        for (int w = from; w < board.candidates().size() && held.size() < card.slots(); w++) {
            held.add(board.candidates().get(w));
            fill(board, card, tariff, w, held, best);
            held.remove(held.size() - 1);
        }
    }

    private static boolean isAllowed(Board board, Card card, List<Candidate> held) {
        for (Candidate candidate : held) {
            if (card.isForbidden(candidate) || Collections.frequency(held, candidate) > candidate.maxReplicas()) {
                return false;
            }
        }
        for (Pin pin : board.pinsOn(card)) {
            if (Collections.frequency(held, pin.candidate()) < pin.count()) {
                return false;
            }
        }
        return card.need(held) <= card.room();
    }

    private static long worth(Card card, List<Candidate> held, Tariff tariff) {
        long worth = -tariff.scale() * card.changeCosts(held) - tariff.changePrice() * card.changedSlots(held);
        for (Candidate candidate : held) {
            worth += tariff.of(candidate, card.classIndex()) + tariff.scale() * candidate.linearOn(card.classIndex());
        }
        return worth;
    }

    private static long keep(Board board, Rig rig, Tariff tariff) {
        int held = rig.cards().stream().mapToInt(c -> c.current().size()).sum();
        long worth = tariff.scale() * rig.worthOfFree(rig.slots() - held);
        for (Card card : rig.cards()) {
            boolean inOrder = !rig.fillsInOrder() || card.current().size() == rig.heldInOrder(card.place(), held);
            if (!inOrder || card.need(card.current()) > card.room()) {
                return CardKind.IMPOSSIBLE;
            }
            worth += worth(card, card.current(), tariff);
        }
        boolean pinned = Stream.concat(
                        board.pinsOn(rig).stream(), rig.cards().stream().flatMap(card -> board.pinsOn(card).stream()))
                .allMatch(pin -> pin.standing(board.current()) >= pin.count());
        return pinned ? worth : CardKind.IMPOSSIBLE;
    }

    private static long bestNew(Board board, Rig rig, Tariff tariff) {
        List<long[]> byCard =
                rig.cards().stream().map(card -> best(board, card, tariff)).toList();
        long most = filled(rig, byCard, new ArrayList<>(), tariff.scale());
        return most <= CardKind.IMPOSSIBLE ? most : most - tariff.scale() * rig.reloadCost();
    }

    private static long filled(Rig rig, List<long[]> byCard, List<Integer> counts, long scale) {
        int held = counts.stream().mapToInt(Integer::intValue).sum();
        if (counts.size() < byCard.size()) {
            long most = CardKind.IMPOSSIBLE;
            for (int count = 0; count < byCard.get(counts.size()).length; count++) {
                counts.add(count);
                most = Math.max(most, filled(rig, byCard, counts, scale));
                counts.remove(counts.size() - 1);
            }
            return most;
        }
        long worth = scale * rig.worthOfFree(rig.slots() - held);
        for (int place = 0; place < counts.size(); place++) {
            long here = byCard.get(place)[counts.get(place)];
            if (here == CardKind.IMPOSSIBLE
                    || (rig.fillsInOrder() && counts.get(place) != rig.heldInOrder(place, held))) {
                return CardKind.IMPOSSIBLE;
            }
            worth += here;
        }
        return worth;
    }
}
