package org.warmplan.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an assignment is worth, and which rules it breaks.
 *
 * @param value gwei per week: curves + linear + free slots - changes - reloads
 * @param broken one sentence per broken rule; empty when the assignment is feasible
 */
record Evaluation(long value, List<String> broken) {
    Evaluation {
        broken = List.copyOf(broken);
    }

    boolean isFeasible() {
        return broken.isEmpty();
    }

    static Evaluation of(Board board, List<List<Candidate>> placed) {
        List<String> broken = new ArrayList<>();
        long value = worthOfWorkloads(board, placed, broken);
        long changedInAll = 0;
        for (Rig rig : board.rigs()) {
            int replicas = 0;
            long changed = 0;
            for (Card card : rig.cards()) {
                List<Candidate> now = placed.get(card.index());
                replicas += now.size();
                changed += card.changedSlots(now);
                value += linear(card, now) - changeCosts(card, now);
                checkCard(card, now, broken);
            }
            value += rig.worthOfFree(Math.max(0, rig.slots() - replicas));
            value -= changed > 0 ? rig.spec().reloadCost() : 0;
            changedInAll += changed;
            checkOrder(rig, placed, replicas, broken);
        }
        if (changedInAll > board.maxChanges()) {
            broken.add("%d slots change, more than maxChanges %d".formatted(changedInAll, board.maxChanges()));
        }
        checkPins(board, placed, broken);
        return new Evaluation(value, broken);
    }

    private static long worthOfWorkloads(Board board, List<List<Candidate>> placed, List<String> broken) {
        long[] units = new long[board.candidates().size()];
        int[] replicas = new int[units.length];
        for (Card card : board.cards()) {
            for (Candidate candidate : placed.get(card.index())) {
                units[candidate.index()] += candidate.unitsOn(card);
                replicas[candidate.index()]++;
            }
        }
        long worth = 0;
        for (Candidate candidate : board.candidates()) {
            worth += candidate.worth(units[candidate.index()]);
            int count = replicas[candidate.index()];
            if (count < candidate.spec().minReplicas()
                    || count > candidate.spec().maxReplicas()) {
                boolean few = count < candidate.spec().minReplicas();
                broken.add("%s has %d replicas, %s %d"
                        .formatted(
                                candidate.id(),
                                count,
                                few ? "fewer than" : "more than",
                                few
                                        ? candidate.spec().minReplicas()
                                        : candidate.spec().maxReplicas()));
            }
        }
        return worth;
    }

    private static long linear(Card card, List<Candidate> now) {
        return now.stream().mapToLong(c -> c.linearOn(card)).sum();
    }

    static long changeCosts(Card card, List<Candidate> now) {
        return card.added(now).stream().mapToLong(c -> c.spec().changeCost()).sum();
    }

    private static void checkCard(Card card, List<Candidate> now, List<String> broken) {
        if (now.size() > card.slots()) {
            broken.add("%s holds %d replicas in %d slots".formatted(card, now.size(), card.slots()));
        }
        long need = 0;
        for (Candidate candidate : now) {
            if (!candidate.spec().vramMib().containsKey(card.gpuClass())) {
                broken.add("%s cannot run on %s (class %s)".formatted(candidate, card, card.gpuClass()));
            } else {
                need += candidate.vramOn(card);
            }
            if (card.isForbidden(candidate)) {
                broken.add("%s is forbidden on %s".formatted(candidate, card));
            }
        }
        if (need > card.room()) {
            broken.add("%s needs %d MiB of %d".formatted(card, need, card.room()));
        }
    }

    private static void checkOrder(Rig rig, List<List<Candidate>> placed, int replicas, List<String> broken) {
        if (!rig.spec().prefix()) {
            return;
        }
        for (Card card : rig.cards()) {
            int held = placed.get(card.index()).size();
            int wanted = rig.heldInOrder(card.place(), replicas);
            if (held != wanted) {
                broken.add("%s holds %d replicas where the slot order gives it %d".formatted(card, held, wanted));
            }
        }
    }

    private static void checkPins(Board board, List<List<Candidate>> placed, List<String> broken) {
        for (Board.Pin pin : board.pins()) {
            int count = 0;
            for (Card card : board.cards()) {
                if (pin.covers(card)) {
                    count += Collections.frequency(placed.get(card.index()), pin.candidate());
                }
            }
            if (count < pin.count()) {
                broken.add("%s is pinned %d times to %s but stands there %d times"
                        .formatted(pin.candidate(), pin.count(), pin.spec().place(), count));
            }
        }
    }
}
