package org.warmplan.demand;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.StakeSeen;
import org.warmplan.domain.Window;
import org.warmplan.domain.Workload;

/**
 * Who offers what: the last offers of every node that was seen in the window. A node missing from one snapshot was not
 * reached, which is no reason to think it gone; what a node no longer offers when seen again, it no longer offers.
 *
 * @param offers by workload, sorted by orchestrator and node
 * @param stakes LPT by orchestrator, as far as the explorer lists them (its list ends after 100 rows)
 */
public record Supply(SortedMap<Workload, List<Offer>> offers, SortedMap<Address, BigDecimal> stakes) {
    private static final Comparator<Offer> ORDER =
            Comparator.comparing(Offer::orchestrator).thenComparing(Offer::uri);

    public Supply {
        SortedMap<Workload, List<Offer>> copy = new TreeMap<>();
        offers.forEach((workload, list) ->
                copy.put(workload, list.stream().sorted(ORDER).toList()));
        offers = Collections.unmodifiableSortedMap(copy);
        stakes = Collections.unmodifiableSortedMap(new TreeMap<>(stakes));
    }

    /**
     * One orchestrator that has a workload warm.
     *
     * @param stake LPT, null when not listed
     * @param replicas requests all its nodes serve at once
     */
    public record Rival(Address address, @Nullable BigDecimal stake, long replicas) {}

    private record Node(Address orchestrator, String uri) {
        static Node of(Offer offer) {
            return new Node(offer.orchestrator(), offer.uri());
        }
    }

    /** What was offered at {@code at}, from the observations of the {@code window} before. */
    public static Supply of(List<Observation> observations, Instant at, Duration window) {
        Window seen = Window.before(at, window);
        Map<Node, Instant> lastSeen = new java.util.HashMap<>();
        List<Offer> all = new ArrayList<>();
        SortedMap<Address, StakeSeen> stakes = new TreeMap<>();
        for (Observation observation : observations) {
            if (!seen.contains(observation.seenAt())) {
                continue;
            }
            if (observation instanceof Offer offer) {
                all.add(offer);
                lastSeen.merge(Node.of(offer), offer.seenAt(), (a, b) -> a.isAfter(b) ? a : b);
            } else if (observation instanceof StakeSeen stake) {
                stakes.merge(stake.orchestrator(), stake, (a, b) -> b.seenAt().isBefore(a.seenAt()) ? a : b);
            }
        }
        SortedMap<Workload, List<Offer>> offers = new TreeMap<>();
        for (Offer offer : all) {
            if (offer.seenAt().equals(lastSeen.get(Node.of(offer)))) {
                offers.computeIfAbsent(offer.workload(), w -> new ArrayList<>()).add(offer);
            }
        }
        SortedMap<Address, BigDecimal> lpt = new TreeMap<>();
        stakes.forEach((address, stake) -> lpt.put(address, stake.stakeLpt()));
        return new Supply(offers, lpt);
    }

    /** The offers of a workload, warm and cold. */
    public List<Offer> offersOf(Workload workload) {
        return offers.getOrDefault(workload, List.of());
    }

    /** Orchestrators other than {@code self} that have it warm, each address once. */
    public List<Rival> rivals(Workload workload, @Nullable Address self) {
        SortedMap<Address, Long> replicas = new TreeMap<>();
        for (Offer offer : offersOf(workload)) {
            if (offer.isWarm() && !offer.orchestrator().equals(self)) {
                replicas.merge(offer.orchestrator(), offer.replicas(), Long::sum);
            }
        }
        return replicas.entrySet().stream()
                .map(e -> new Rival(e.getKey(), stakes.get(e.getKey()), e.getValue()))
                .toList();
    }

    /** LPT of an orchestrator; empty when the explorer does not list it, which is not zero. */
    public Optional<BigDecimal> findStake(@Nullable Address address) {
        return address == null ? Optional.empty() : Optional.ofNullable(stakes.get(address));
    }
}
