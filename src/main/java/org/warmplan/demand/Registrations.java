package org.warmplan.demand;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Workload;

/**
 * That others offer a workload, read as a little demand: each of their replicas a little busy. It never counts for more
 * than its weight in looks or weeks, so that a guess of almost no demand cannot outweigh streams that were seen.
 */
final class Registrations {
    private Registrations() {}

    static Optional<Evidence> find(
            DemandPolicy.Registrations policy,
            Supply supply,
            @Nullable Address self,
            Workload workload,
            double busyPerRate) {
        long warm = supply.rivals(workload, self).stream()
                .mapToLong(Supply.Rival::replicas)
                .sum();
        long cold = supply.offersOf(workload).stream()
                .filter(offer -> !offer.isWarm() && !offer.orchestrator().equals(self))
                .map(Offer::orchestrator)
                .distinct()
                .count();
        if (warm + cold == 0) {
            return Optional.empty();
        }
        double busy = warm * policy.utilisation() + cold * policy.coldUtilisation();
        String text = "others offer %d warm %s and %d cold".formatted(warm, warm == 1 ? "replica" : "replicas", cold);
        double rate = busy / busyPerRate;
        double exposure = policy.weight() * Math.min(1, 1 / rate);
        return Optional.of(new Evidence(EvidenceKind.REGISTRATIONS, rate * exposure, exposure, text));
    }
}
