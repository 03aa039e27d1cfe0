package org.warmplan.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.warmplan.problem.WorkerSpec;

/** A worker as the search sees it: compared by identity, with its cards in slot order. */
public final class Rig {
    private final WorkerSpec spec;
    private final List<Card> cards = new ArrayList<>();
    private final long[] freeSlotSums;

    Rig(WorkerSpec spec) {
        this.spec = spec;
        this.freeSlotSums = Candidate.sums(spec.freeSlot());
    }

    void add(Card card) {
        cards.add(card);
    }

    String id() {
        return spec.id();
    }

    WorkerSpec spec() {
        return spec;
    }

    List<Card> cards() {
        return Collections.unmodifiableList(cards);
    }

    int slots() {
        return cards.stream().mapToInt(Card::slots).sum();
    }

    /** Gwei per week that {@code free} free slots earn together. */
    long worthOfFree(int free) {
        return freeSlotSums[Math.min(free, freeSlotSums.length - 1)];
    }

    /** Replicas that card number {@code index} holds when the worker holds {@code replicas} in slot order. */
    int heldInOrder(int index, int replicas) {
        return replicas / cards.size() + (index < replicas % cards.size() ? 1 : 0);
    }

    @Override
    public String toString() {
        return spec.id();
    }
}
