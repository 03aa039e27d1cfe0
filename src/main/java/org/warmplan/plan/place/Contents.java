package org.warmplan.plan.place;

import java.util.Arrays;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;

/** The replicas on one card, as positions of their workloads. Never changed: every change is a copy. */
final class Contents {
    private Contents() {}

    static int[] with(int[] replicas, int slot, int workload) {
        int[] next = replicas.clone();
        next[slot] = workload;
        return next;
    }

    static int[] grown(int[] replicas, int workload) {
        int[] next = Arrays.copyOf(replicas, replicas.length + 1);
        next[replicas.length] = workload;
        return next;
    }

    static int[] without(int[] replicas, int slot) {
        int[] next = new int[replicas.length - 1];
        System.arraycopy(replicas, 0, next, 0, slot);
        System.arraycopy(replicas, slot + 1, next, slot, next.length - slot);
        return next;
    }

    /** Gwei per week that these replicas bring on the card besides their curves: linear less changes. */
    static long worth(Board board, Card card, int[] replicas) {
        long worth = 0;
        for (int i = 0; i < replicas.length; i++) {
            Candidate candidate = board.candidates().get(replicas[i]);
            worth += candidate.linearOn(card.classIndex());
            if (candidate.changeCost() > 0 && !isKept(card, replicas, i)) {
                worth -= candidate.changeCost();
            }
        }
        return worth;
    }

    private static boolean isKept(Card card, int[] replicas, int at) {
        if (card.current().isEmpty()) {
            return false;
        }
        int before = 0;
        for (int i = 0; i < at; i++) {
            before += replicas[i] == replicas[at] ? 1 : 0;
        }
        for (Candidate candidate : card.current()) {
            if (candidate.index() == replicas[at] && before-- == 0) {
                return true;
            }
        }
        return false;
    }

    /** Changed slots when the card holds these. */
    static int changedSlots(Card card, int[] replicas) {
        int kept = 0;
        for (int i = 0; i < replicas.length; i++) {
            kept += isKept(card, replicas, i) ? 1 : 0;
        }
        return Math.max(replicas.length, card.current().size()) - kept;
    }
}
