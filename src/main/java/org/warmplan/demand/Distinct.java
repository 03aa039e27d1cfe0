package org.warmplan.demand;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.warmplan.domain.Address;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Workload;

/** Two gateways asked at one instant tell of the same nodes: each node's offer counts once, the first that was told. */
public final class Distinct {
    private Distinct() {}

    private record Told(Instant at, Address orchestrator, String uri, Workload workload) {}

    /** The observations in their order, without offers already told of the same node at the same instant. */
    public static List<Observation> of(List<Observation> observations) {
        Set<Told> told = new HashSet<>();
        return observations.stream()
                .filter(o -> !(o instanceof Offer offer)
                        || told.add(new Told(offer.seenAt(), offer.orchestrator(), offer.uri(), offer.workload())))
                .toList();
    }
}
