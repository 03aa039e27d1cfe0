package org.warmplan.plan.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.warmplan.problem.WorkerSpec;

/** A worker as the planner sees it: compared by identity, with its cards in slot order. */
public final class Rig {
    private final WorkerSpec spec;
    private final int index;
    private final List<Card> cards = new ArrayList<>();
    private final long[] freeSlotSums;
    private int slots;

    Rig(WorkerSpec spec, int index) {
        this.spec = spec;
        this.index = index;
        this.freeSlotSums = Candidate.sums(spec.freeSlot());
    }

    void add(Card card) {
        cards.add(card);
        slots += card.slots();
    }

    public String id() {
        return spec.id();
    }

    /** Position among all workers of the problem. */
    public int index() {
        return index;
    }

    public WorkerSpec spec() {
        return spec;
    }

    /** Gwei, paid once when any of its slots changes. */
    public long reloadCost() {
        return spec.reloadCost();
    }

    /** Whether its slots fill up in their order, without gaps. */
    public boolean fillsInOrder() {
        return spec.prefix();
    }

    public List<Card> cards() {
        return Collections.unmodifiableList(cards);
    }

    public int slots() {
        return slots;
    }

    /** Gwei per week that {@code free} free slots earn together. */
    public long worthOfFree(int free) {
        return freeSlotSums[Math.min(free, freeSlotSums.length - 1)];
    }

    /** Whether free slots earn anything at all. */
    public boolean earnsFree() {
        return freeSlotSums[freeSlotSums.length - 1] > 0;
    }

    /** Replicas that card number {@code index} holds when the worker holds {@code replicas} in slot order. */
    public int heldInOrder(int index, int replicas) {
        return replicas / cards.size() + (index < replicas % cards.size() ? 1 : 0);
    }

    @Override
    public String toString() {
        return spec.id();
    }
}
