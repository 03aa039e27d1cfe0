package org.warmplan.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A bound that looks at no card: the best replicas of all workloads for all slots together, as if every card hosted every
 * workload. For fleets with too many sets per card for {@link Prices}.
 */
final class LooseBound {
    private LooseBound() {}

    /** No plan is worth more, in gwei per week. */
    static long of(Board board) {
        int slots = board.rigs().stream().mapToInt(Rig::slots).sum();
        List<Long> replicas = new ArrayList<>();
        for (Candidate candidate : board.candidates()) {
            addReplicas(board, candidate, slots, replicas);
        }
        replicas.sort(Collections.reverseOrder());
        long sum = replicas.stream()
                .limit(slots)
                .filter(worth -> worth > 0)
                .mapToLong(Long::longValue)
                .sum();
        long free = board.rigs().stream()
                .mapToLong(rig -> rig.worthOfFree(rig.slots()))
                .sum();
        return Math.addExact(sum, free);
    }

    /** What the first, second ... replica brings at most; curves are concave, so these never rise. */
    private static void addReplicas(Board board, Candidate candidate, int slots, List<Long> replicas) {
        long units = 0;
        long linear = Long.MIN_VALUE;
        for (Card card : board.cards()) {
            if (card.allowed().contains(candidate)) {
                units = Math.max(units, candidate.unitsOn(card));
                linear = Math.max(linear, candidate.linearOn(card));
            }
        }
        int most = units == 0 ? 0 : Math.min(slots, candidate.spec().maxReplicas());
        for (int n = 1; n <= most; n++) {
            replicas.add(candidate.worth(n * units) - candidate.worth((n - 1) * units) + linear);
        }
    }
}
