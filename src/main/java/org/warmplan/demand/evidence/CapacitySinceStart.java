package org.warmplan.demand.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.EvidencePolicy;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Workload;

/**
 * Capacity that was seen only once and is too large for anything but a counter: jobs since a start nobody knows. It is for
 * the first snapshot of a history, before the next shows what grows and what stands still.
 */
final class CapacitySinceStart {
    private final Setting setting;

    CapacitySinceStart(Setting setting) {
        this.setting = setting;
    }

    List<Reading> find(Workload workload) {
        EvidencePolicy.SinceStart policy = setting.evidence().sinceStart();
        double jobs = 0;
        Set<Address> counting = new TreeSet<>();
        for (List<Offer> offers : setting.seen().offersOf(workload).values()) {
            Offer last = offers.get(offers.size() - 1);
            boolean once = Duration.between(offers.get(0).seenAt(), last.seenAt())
                            .compareTo(setting.policy().sampleSpacing())
                    < 0;
            boolean large = last.capacity() >= policy.least() && last.capacity() <= Integer.MAX_VALUE;
            if (once && large && last.isWarm()) {
                jobs += last.capacity();
                counting.add(last.orchestrator());
            }
        }
        if (counting.isEmpty()) {
            return List.of();
        }
        ShareOf.Part share = setting.shareOf(0, workload, counting);
        double real = jobs * (1 - setting.policy().testShare());
        setting.leftOut().addJobs(LeftOut.Reason.TESTS, workload, jobs - real);
        String text = "capacity counters stand at %.0f, taken as jobs since a start %.0f weeks ago"
                .formatted(jobs, policy.weeks());
        return List.of(new Reading(
                EvidenceKind.CAPACITY_SINCE_START,
                workload,
                0,
                real,
                policy.weeks() * share.mid(),
                Spread.together(policy.spread(), share.spread()),
                text));
    }
}
