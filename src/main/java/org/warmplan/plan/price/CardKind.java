package org.warmplan.plan.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Pin;

/** Cards that are alike: same shelf, same warm replicas, same pins. They are offered the same at the same prices. */
final class CardKind {
    /** Sets of kept replicas that are gone through one by one; beyond, kept replicas are packed like others. */
    private static final int MOST_KEPT_SETS = 64;

    static final long IMPOSSIBLE = Long.MIN_VALUE / 4;

    private final int index;
    private final Shelf shelf;
    private final List<Candidate> current;
    private final Map<Candidate, Integer> pinned;
    private final List<List<Candidate>> keptSets;

    /** What tells kinds apart. */
    record Key(Shelf shelf, List<Candidate> current, Map<Candidate, Integer> pinned) {
        static Key of(Board board, Card card) {
            Map<Candidate, Integer> pinned = new TreeMap<>(Comparator.comparingInt(Candidate::index));
            for (Pin pin : board.pinsOn(card)) {
                pinned.put(pin.candidate(), pin.count());
            }
            return new Key(Shelf.of(card), sorted(card.current()), pinned);
        }
    }

    CardKind(int index, Key key) {
        this.index = index;
        this.shelf = key.shelf();
        this.current = key.current();
        this.pinned = key.pinned();
        this.keptSets = keptSets();
    }

    int index() {
        return index;
    }

    Shelf shelf() {
        return shelf;
    }

    List<Candidate> current() {
        return current;
    }

    /** The best sets of exactly 0, 1 ... replicas at some prices. */
    static final class Offer {
        private final long[] values;
        private final Packing.@Nullable Load[] loads;
        private final List<List<Candidate>> kept;

        private Offer(int slots) {
            this.values = new long[slots + 1];
            Arrays.fill(values, IMPOSSIBLE);
            this.loads = new Packing.Load[slots + 1];
            this.kept = new ArrayList<>(Collections.nCopies(slots + 1, List.of()));
        }

        private void take(int count, Packing.@Nullable Load load, List<Candidate> stay, long extra) {
            if (load != null && load.value() + extra > values[count]) {
                values[count] = load.value() + extra;
                loads[count] = load;
                kept.set(count, stay);
            }
        }

        /** In 1/scale gwei; {@link #IMPOSSIBLE} when no such set exists. */
        long value(int count) {
            return values[count];
        }

        int slots() {
            return values.length - 1;
        }

        List<Candidate> replicas(int count) {
            List<Candidate> replicas = new ArrayList<>(kept.get(count));
            Packing.Load load = loads[count];
            if (load != null) {
                load.addTo(replicas);
            }
            return sorted(replicas);
        }
    }

    /**
     * What is best at these prices.
     *
     * @param packing of the shelf, when kept sets are gone through; see {@link #usesShelf}
     */
    Offer offer(Tariff tariff, @Nullable Packing packing) {
        Offer offer = new Offer(shelf.slots());
        if (!shelf.allowed().containsAll(pinned.keySet())) {
            return offer;
        }
        if (packing == null) {
            Packing own = ownPacking(tariff);
            for (int count = 0; count <= shelf.slots(); count++) {
                offer.take(count, own.best(count, shelf.room()), List.of(), -tariff.changePrice() * span(count));
            }
            return offer;
        }
        for (List<Candidate> kept : keptSets) {
            long room = shelf.room();
            long value = 0;
            for (Candidate candidate : kept) {
                room -= candidate.vramOn(shelf.gpuClass());
                value += tariff.kept(candidate, shelf.gpuClass()) + tariff.changePrice();
            }
            for (int count = kept.size(); count <= shelf.slots(); count++) {
                offer.take(
                        count,
                        packing.best(count - kept.size(), room),
                        kept,
                        value - tariff.changePrice() * span(count));
            }
        }
        return offer;
    }

    /** Whether the shelf's packing does for its cards. */
    boolean usesShelf() {
        return !keptSets.isEmpty();
    }

    /** Changed slots plus kept ones of a card that holds so many replicas. */
    private long span(int count) {
        return Math.max(count, current.size());
    }

    private Packing ownPacking(Tariff tariff) {
        List<Packing.Item> items = new ArrayList<>();
        for (Candidate candidate : shelf.allowed()) {
            items.add(shelf.item(
                    candidate, tariff, Collections.frequency(current, candidate), pinned.getOrDefault(candidate, 0)));
        }
        return Packing.of(items, shelf.slots(), shelf.room());
    }

    /** Every part of what is warm that may stay together; none when that would be too many, or pins or limits interfere. */
    private List<List<Candidate>> keptSets() {
        boolean limited = current.stream().anyMatch(c -> c.maxReplicas() < shelf.slots());
        if (!pinned.isEmpty() || limited || current.size() > 30 || 1 << current.size() > MOST_KEPT_SETS) {
            return List.of();
        }
        Set<List<Candidate>> sets = new LinkedHashSet<>();
        for (int part = (1 << current.size()) - 1; part >= 0; part--) {
            List<Candidate> kept = new ArrayList<>();
            for (int i = 0; i < current.size(); i++) {
                if ((part >> i & 1) == 1) {
                    kept.add(current.get(i));
                }
            }
            if (mayStay(kept)) {
                sets.add(kept);
            }
        }
        return List.copyOf(sets);
    }

    private boolean mayStay(List<Candidate> kept) {
        return shelf.allowed().containsAll(kept)
                && kept.stream().mapToLong(c -> c.vramOn(shelf.gpuClass())).sum() <= shelf.room();
    }

    static List<Candidate> sorted(List<Candidate> replicas) {
        return replicas.stream()
                .sorted(Comparator.comparingInt(Candidate::index))
                .toList();
    }
}
