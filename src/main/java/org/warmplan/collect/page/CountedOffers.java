package org.warmplan.collect.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.domain.Address;
import org.warmplan.domain.OfferCount;
import org.warmplan.domain.Workload;

/**
 * How many are said to have a workload, warm or cold. Pages have listed one workload under two spellings of its pipeline
 * (from the hardware's slug and from the capability's name), so two counts of it are not added up: the larger stands.
 */
final class CountedOffers {
    private final Map<Workload, Counts> stated = new TreeMap<>();
    private final Map<Workload, Set<Address>> warm = new TreeMap<>();
    private final Map<Workload, Set<Address>> cold = new TreeMap<>();

    /** Adds what a row says. Returns whether another row has said something of the workload before. */
    boolean add(Workload workload, Counts counts) {
        Counts before = stated.get(workload);
        stated.merge(workload, counts, Counts::larger);
        return before != null;
    }

    /** Adds one orchestrator, counted once however often it is listed. */
    void add(Workload workload, Address orchestrator, Counts counts) {
        warm.computeIfAbsent(workload, w -> new TreeSet<>());
        cold.computeIfAbsent(workload, w -> new TreeSet<>());
        if (counts.warm() > 0) {
            warm.get(workload).add(orchestrator);
        } else if (counts.cold() > 0) {
            cold.get(workload).add(orchestrator);
        }
    }

    /** One per workload, ordered by it. */
    List<OfferCount> list(Instant seenAt) {
        Map<Workload, Counts> all = new TreeMap<>(stated);
        warm.forEach((workload, addresses) -> {
            Set<Address> onlyCold = new TreeSet<>(cold.getOrDefault(workload, Set.of()));
            onlyCold.removeAll(addresses);
            all.merge(workload, new Counts(addresses.size(), onlyCold.size()), Counts::larger);
        });
        return all.entrySet().stream()
                .map(entry -> new OfferCount(
                        seenAt,
                        entry.getKey(),
                        entry.getValue().warm(),
                        entry.getValue().cold()))
                .toList();
    }

    /** Both at least 0. */
    record Counts(long warm, long cold) {
        Counts larger(Counts other) {
            return new Counts(Math.max(warm, other.warm), Math.max(cold, other.cold));
        }
    }
}
