package org.warmplan.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What changes on a card. Reordering is no change.
 *
 * @param added replicas that were not there, ascending
 * @param kept replicas that stay, in the order they are in now
 * @param removed how many go
 */
public record Changes(List<String> kept, List<String> added, int removed) {
    public Changes {
        kept = List.copyOf(kept);
        added = List.copyOf(added);
    }

    public static Changes between(List<String> current, List<String> now) {
        List<String> added = new ArrayList<>(now);
        List<String> kept = new ArrayList<>();
        for (String workload : current) {
            if (added.remove(workload)) {
                kept.add(workload);
            }
        }
        added.sort(Changes::byCodePoint);
        return new Changes(kept, added, current.size() - kept.size());
    }

    /** Slots that change. */
    public int slots() {
        return Math.max(added.size(), removed);
    }

    /** As a solution file lists a card: what stays first. */
    public List<String> inOrder() {
        List<String> order = new ArrayList<>(kept);
        order.addAll(added);
        return order;
    }

    /** Unlike {@code compareTo} right also beyond the first 65,536 characters of Unicode. */
    private static int byCodePoint(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return Arrays.compare(left, right);
    }
}
