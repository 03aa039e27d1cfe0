package org.warmplan.bench.rivals;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.problem.GpuSpec;

/**
 * Which slots of a worker are filled, where they are filled in order: a variable of 0 or 1 for each, never more than
 * the one before.
 */
final class Filled {
    private final List<GpuSpec> cards;
    private final List<Integer> slots = new ArrayList<>();

    Filled(LinearModel model, List<GpuSpec> cards, Switch change) {
        this.cards = cards;
        int all = cards.stream().mapToInt(GpuSpec::slots).sum();
        int today = cards.stream().mapToInt(card -> card.current().size()).sum();
        for (int slot = 0; slot < all; slot++) {
            int variable = model.whole(1, change.isFixed() && slot < today ? 1 : 0);
            Sum more = new Sum().add(variable, 1);
            if (slot > 0) {
                model.atMost(more.add(slots.get(slot - 1), -1), 0);
            } else if (!change.isFixed()) {
                change.addTo(more, -1);
                model.atMost(more, 0);
            }
            slots.add(variable);
        }
    }

    /** Adds {@code factor} times the number of replicas on a card. */
    void addTo(Sum sum, GpuSpec card, long factor) {
        for (int slot = cards.indexOf(card); slot < slots.size(); slot += cards.size()) {
            sum.add(slots.get(slot), factor);
        }
    }

    /** Adds {@code factor} times the number of replicas on the worker. */
    void addTo(Sum sum, long factor) {
        slots.forEach(slot -> sum.add(slot, factor));
    }

    int on(GpuSpec card, long[] values) {
        int held = 0;
        for (int slot = cards.indexOf(card); slot < slots.size(); slot += cards.size()) {
            held += (int) values[slots.get(slot)];
        }
        return held;
    }
}
