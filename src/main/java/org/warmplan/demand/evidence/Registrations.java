package org.warmplan.demand.evidence;

import java.util.List;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.EvidencePolicy;
import org.warmplan.demand.Reading;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Workload;

/**
 * That others offer a workload, read as a little demand: each of their replicas a little busy. It never counts for more
 * than its weight in looks or weeks, so that a guess of almost no demand cannot outweigh streams that were seen.
 */
final class Registrations {
    private final Setting setting;

    Registrations(Setting setting) {
        this.setting = setting;
    }

    List<Reading> find(Workload workload) {
        Supply supply = setting.supply().of(0);
        long warm = supply.rivals(workload, setting.self()).stream()
                .mapToLong(Supply.Rival::replicas)
                .sum();
        long cold = supply.offersOf(workload).stream()
                .filter(offer -> !offer.isWarm() && !offer.orchestrator().equals(setting.self()))
                .map(Offer::orchestrator)
                .distinct()
                .count();
        if (warm + cold <= 0) {
            return List.of();
        }
        EvidencePolicy.Registrations policy = setting.evidence().registrations();
        boolean live = workload.pipeline().isLive();
        double busy = warm * (live ? policy.liveUtilisation() : policy.utilisation()) + cold * policy.coldUtilisation();
        double rate = busy / setting.policy().busyPerRate(workload.pipeline());
        double exposure = policy.weight() * Math.min(1, 1 / rate);
        String text = "others offer %d warm %s and %d cold".formatted(warm, warm == 1 ? "replica" : "replicas", cold);
        return List.of(
                new Reading(EvidenceKind.REGISTRATIONS, workload, 0, rate * exposure, exposure, policy.spread(), text));
    }
}
