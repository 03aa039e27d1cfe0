package org.warmplan.plan.board;

import java.util.ArrayList;
import java.util.List;

/**
 * What an assignment is worth, and which rules it breaks.
 *
 * @param value gwei per week: curves + linear + free slots - changes - reloads
 * @param broken one sentence per broken rule; empty when the assignment is feasible
 */
public record Evaluation(long value, List<String> broken) {
    public Evaluation {
        broken = List.copyOf(broken);
    }

    public boolean isFeasible() {
        return broken.isEmpty();
    }

    /** Of what stands on each card, by card index. */
    public static Evaluation of(Board board, List<List<Candidate>> placed) {
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
                value += linear(card, now) - card.changeCosts(now);
                checkCard(card, now, broken);
            }
            value += rig.worthOfFree(Math.max(0, rig.slots() - replicas));
            value -= changed > 0 ? rig.reloadCost() : 0;
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
                units[candidate.index()] += candidate.unitsOn(card.classIndex());
                replicas[candidate.index()]++;
            }
        }
        long worth = 0;
        for (Candidate candidate : board.candidates()) {
            worth += candidate.worth(units[candidate.index()]);
            int count = replicas[candidate.index()];
            if (count < candidate.minReplicas()) {
                broken.add("%s has %d replicas, fewer than %d".formatted(candidate, count, candidate.minReplicas()));
            }
            if (count > candidate.maxReplicas()) {
                broken.add("%s has %d replicas, more than %d".formatted(candidate, count, candidate.maxReplicas()));
            }
        }
        return worth;
    }

    private static long linear(Card card, List<Candidate> now) {
        long linear = 0;
        for (Candidate candidate : now) {
            linear += candidate.linearOn(card.classIndex());
        }
        return linear;
    }

    private static void checkCard(Card card, List<Candidate> now, List<String> broken) {
        if (now.size() > card.slots()) {
            broken.add("%s holds %d replicas in %d slots".formatted(card, now.size(), card.slots()));
        }
        long need = 0;
        for (Candidate candidate : now) {
            if (candidate.runsOn(card.classIndex())) {
                need += candidate.vramOn(card.classIndex());
            } else {
                broken.add("%s cannot run on %s (class %s)"
                        .formatted(candidate, card, card.spec().gpuClass()));
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
        if (!rig.fillsInOrder()) {
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
        for (Pin pin : board.pins()) {
            int count = pin.standing(placed);
            if (count < pin.count()) {
                broken.add("%s is pinned %d times to %s but stands there %d times"
                        .formatted(pin.candidate(), pin.count(), pin.spec().place(), count));
            }
        }
    }
}
