package org.warmplan.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Evaluation;
import org.warmplan.plan.board.Pin;
import org.warmplan.plan.board.Rig;

/** Says which rules stand against each other. */
final class Contradiction {
    private Contradiction() {}

    /** Names the rules that cannot be kept by themselves, or else those that the closest plan breaks. */
    static String reason(Board board, Evaluation closest) {
        return certain(board).orElseGet(() -> "The closest breaks: " + String.join("; ", closest.broken()));
    }

    /** Names the rules that cannot be kept by themselves: with any of them, no plan keeps all rules. */
    static Optional<String> certain(Board board) {
        List<String> reasons = new ArrayList<>();
        for (Card card : board.cards()) {
            ofCard(board, card, reasons);
        }
        for (Rig rig : board.rigs()) {
            ofRig(board, rig, reasons);
        }
        for (Candidate candidate : board.candidates()) {
            ofWorkload(board, candidate, reasons);
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    private static void ofCard(Board board, Card card, List<String> reasons) {
        long replicas = 0;
        long need = 0;
        for (Pin pin : board.pinsOn(card)) {
            replicas += pin.count();
            if (card.allowed().contains(pin.candidate())) {
                need += pin.count() * pin.candidate().vramOn(card.classIndex());
            } else {
                reasons.add("%s is pinned to %s but cannot stand there".formatted(pin.candidate(), card));
            }
        }
        if (replicas > card.slots()) {
            reasons.add("%d replicas are pinned to %s, which has %d slots".formatted(replicas, card, card.slots()));
        }
        if (need > card.room()) {
            reasons.add("what is pinned to %s needs %d MiB of %d".formatted(card, need, card.room()));
        }
    }

    private static void ofRig(Board board, Rig rig, List<String> reasons) {
        long replicas = 0;
        for (Pin pin : board.pinsOn(rig)) {
            replicas += pin.count();
            if (rig.cards().stream().noneMatch(card -> card.allowed().contains(pin.candidate()))) {
                reasons.add("%s is pinned to %s but can stand on none of its cards".formatted(pin.candidate(), rig));
            }
        }
        if (replicas > rig.slots()) {
            reasons.add("%d replicas are pinned to %s, which has %d slots".formatted(replicas, rig, rig.slots()));
        }
    }

    private static void ofWorkload(Board board, Candidate candidate, List<String> reasons) {
        if (candidate.minReplicas() > candidate.maxReplicas()) {
            reasons.add("%s must have %d replicas at least and %d at most"
                    .formatted(candidate, candidate.minReplicas(), candidate.maxReplicas()));
            return;
        }
        if (candidate.minReplicas() == 0) {
            return;
        }
        long room =
                board.cards().stream().mapToLong(card -> card.most(candidate)).sum();
        if (room < candidate.minReplicas()) {
            reasons.add("%s must have %d replicas, but there is room for %d"
                    .formatted(candidate, candidate.minReplicas(), room));
        }
    }
}
