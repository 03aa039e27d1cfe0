package org.warmplan.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;
import org.warmplan.domain.SeenGpu;
import org.warmplan.fleet.DraftCard;
import org.warmplan.history.History;

/**
 * The cards an orchestrator's nodes reported themselves.
 *
 * @param at when that was
 * @param byNode cards by the node's service address, each card once; their order on the machine is not known
 */
record SeenHardware(Instant at, SortedMap<String, List<DraftCard>> byNode) {
    private static final long BYTES_PER_MIB = 1L << 20;
    private static final long MOST_MIB = 1L << 20;
    private static final int LONGEST_NAME = 128;

    /** What the newest snapshot says that shows cards of {@code orchestrator}; empty when none does. */
    static Optional<SeenHardware> find(History history, Address orchestrator, Instant now) {
        List<Offer> offers = history.offersWithCards(orchestrator, now);
        return offers.isEmpty() ? Optional.empty() : Optional.of(of(offers));
    }

    private static SeenHardware of(List<Offer> offers) {
        SortedMap<String, SortedMap<String, Card>> byNode = new TreeMap<>();
        for (Offer offer : offers) {
            for (SeenGpu gpu : offer.gpus()) {
                byNode.computeIfAbsent(offer.uri(), uri -> new TreeMap<>())
                        .computeIfAbsent(gpu.uuid(), uuid -> new Card(gpu, new TreeSet<>()))
                        .workloads()
                        .add(offer.workload().id());
            }
        }
        Set<String> known = new HashSet<>();
        SortedMap<String, List<DraftCard>> cards = new TreeMap<>();
        byNode.forEach((uri, seen) -> {
            // A card that two addresses show is one card behind both.
            seen.keySet().removeIf(uuid -> !known.add(uuid));
            if (!seen.isEmpty()) {
                cards.put(uri, drafted(seen.values()));
            }
        });
        return new SeenHardware(offers.get(0).seenAt(), cards);
    }

    private static List<DraftCard> drafted(Iterable<Card> cards) {
        List<DraftCard> drafted = new ArrayList<>();
        cards.forEach(card -> drafted.add(card.drafted(drafted.size())));
        return drafted;
    }

    private record Card(SeenGpu gpu, Set<String> workloads) {
        DraftCard drafted(int index) {
            long total = gpu.totalBytes() / BYTES_PER_MIB;
            String free = gpu.freeBytes() == 0
                    ? ""
                    : "; %d MiB were free when its container was ready".formatted(gpu.freeBytes() / BYTES_PER_MIB);
            String name = gpu.name().strip();
            return new DraftCard(
                    index,
                    name.length() > LONGEST_NAME ? "" : name,
                    total < 1 || total > MOST_MIB ? OptionalLong.empty() : OptionalLong.of(total),
                    List.of(gpu.uuid() + ", seen with " + String.join(", ", workloads) + free));
        }
    }
}
