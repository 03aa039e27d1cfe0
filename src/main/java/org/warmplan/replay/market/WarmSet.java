package org.warmplan.replay.market;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one node's aiModels.json says.
 *
 * @param byCard the workload that is warm on each card, {@link #NONE} on a card left free
 * @param cold workloads offered and not warm, ascending; served on a free card only
 */
public record WarmSet(List<Integer> byCard, List<Integer> cold) {
    /** On a card: nothing is warm there. */
    public static final int NONE = -1;

    public WarmSet {
        byCard = List.copyOf(byCard);
        cold = List.copyOf(cold);
        for (int workload : cold) {
            if (byCard.contains(workload)) {
                throw new IllegalArgumentException("Workload " + workload + " is both warm and cold on a node.");
            }
        }
    }

    /** All cards free and nothing offered. */
    public static WarmSet empty(int cards) {
        return new WarmSet(Collections.nCopies(cards, NONE), List.of());
    }

    /** How many containers are warm with a workload. */
    public int replicas(int workload) {
        return Collections.frequency(byCard, workload);
    }

    /** Workloads offered, warm and cold, ascending. */
    public List<Integer> listed() {
        return IntStream.concat(
                        byCard.stream().mapToInt(Integer::intValue),
                        cold.stream().mapToInt(Integer::intValue))
                .filter(workload -> workload != NONE)
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }
}
