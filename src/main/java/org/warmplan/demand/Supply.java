package org.warmplan.demand;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.StakeSeen;
import org.warmplan.domain.Window;
import org.warmplan.domain.Workload;

/**
 * Who offers what, over all samples of the window: the last offer of every node and workload that its node's last answer
 * names, or at least half of its answers. A node missing from one sample was not reached, and a workload missing from one
 * answer was often only busy or between two containers; neither is a reason to think it gone.
 *
 * @param offers by workload, sorted by orchestrator and node
 * @param stakes LPT by orchestrator, as far as the explorer lists them (its list ends after 100 rows)
 */
public record Supply(SortedMap<Workload, List<Offer>> offers, SortedMap<Address, BigDecimal> stakes) {
    private static final NavigableSet<Instant> EMPTY = Collections.emptyNavigableSet();
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

    private record Listing(Node node, Workload workload) {}

    /** What was offered at {@code at}, from the observations of the {@code window} before. */
    public static Supply of(List<Observation> observations, Instant at, Duration window) {
        Window seen = Window.before(at, window);
        Map<Node, NavigableSet<Instant>> answers = new HashMap<>();
        Map<Listing, List<Offer>> listings = new HashMap<>();
        SortedMap<Address, StakeSeen> stakes = new TreeMap<>();
        for (Observation observation : observations) {
            if (!seen.contains(observation.seenAt())) {
                continue;
            }
            if (observation instanceof Offer offer) {
                Node node = Node.of(offer);
                answers.computeIfAbsent(node, n -> new TreeSet<>()).add(offer.seenAt());
                listings.computeIfAbsent(new Listing(node, offer.workload()), l -> new ArrayList<>())
                        .add(offer);
            } else if (observation instanceof StakeSeen stake) {
                stakes.merge(stake.orchestrator(), stake, (a, b) -> b.seenAt().isBefore(a.seenAt()) ? a : b);
            }
        }
        SortedMap<Workload, List<Offer>> offers = new TreeMap<>();
        listings.forEach((listing, sightings) -> {
            NavigableSet<Instant> all = answers.getOrDefault(listing.node(), EMPTY);
            Offer last = Collections.max(sightings, Comparator.comparing(Offer::seenAt));
            long times = sightings.stream().map(Offer::seenAt).distinct().count();
            if (last.seenAt().equals(all.last()) || 2 * times >= all.size()) {
                offers.computeIfAbsent(listing.workload(), w -> new ArrayList<>())
                        .add(last);
            }
        });
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

    /** Nodes of an orchestrator that have it warm; 0 when none does. */
    public int warmNodes(Workload workload, Address orchestrator) {
        return (int) offersOf(workload).stream()
                .filter(offer -> offer.isWarm() && offer.orchestrator().equals(orchestrator))
                .map(Offer::uri)
                .distinct()
                .count();
    }

    /** LPT of each orchestrator other than {@code self} that lists it cold, null where unknown. */
    public List<@Nullable BigDecimal> coldStakes(Workload workload, @Nullable Address self) {
        List<@Nullable BigDecimal> known = new ArrayList<>();
        offersOf(workload).stream()
                .filter(offer -> !offer.isWarm() && !offer.orchestrator().equals(self))
                .map(Offer::orchestrator)
                .distinct()
                .forEach(address -> known.add(stakes.get(address)));
        return known;
    }

    /** LPT of an orchestrator; empty when the explorer does not list it, which is not zero. */
    public Optional<BigDecimal> findStake(@Nullable Address address) {
        return address == null ? Optional.empty() : Optional.ofNullable(stakes.get(address));
    }
}
