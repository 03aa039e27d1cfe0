package org.warmplan.plan.price;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;

/** What cards of one class, room and number of slots may hold, whatever is warm on them now. */
record Shelf(int gpuClass, long room, int slots, List<Candidate> allowed) {
    static Shelf of(Card card) {
        return new Shelf(card.classIndex(), card.room(), card.slots(), card.allowed());
    }

    /** The best sets of replicas, all of them added ones. */
    Packing packing(Tariff tariff) {
        List<Packing.Item> items = new ArrayList<>();
        for (Candidate candidate : allowed) {
            items.add(item(candidate, tariff, 0, 0));
        }
        return Packing.of(items, slots, room);
    }

    Packing.Item item(Candidate candidate, Tariff tariff, int held, int least) {
        return new Packing.Item(
                candidate,
                candidate.vramOn(gpuClass),
                tariff.kept(candidate, gpuClass) + tariff.changePrice(),
                held,
                tariff.added(candidate, gpuClass),
                least,
                Math.min(candidate.maxReplicas(), slots));
    }

    /** Lists are shared by all cards alike, so that one look tells them apart. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Shelf shelf
                && gpuClass == shelf.gpuClass
                && room == shelf.room
                && slots == shelf.slots
                && (allowed == shelf.allowed || allowed.equals(shelf.allowed));
    }

    @Override
    public int hashCode() {
        return ((gpuClass * 31 + Long.hashCode(room)) * 31 + slots) * 31 + allowed.size();
    }
}
