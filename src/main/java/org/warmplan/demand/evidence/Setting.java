package org.warmplan.demand.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.demand.EvidencePolicy;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Workload;

/**
 * What all kinds of evidence start from, and where they tell what is odd and what they left out.
 *
 * @param self the operator's own address; null if unknown
 */
record Setting(
        DemandPolicy policy,
        Weeks weeks,
        Seen seen,
        WeeklySupply supply,
        ShareOf share,
        @Nullable Address self,
        DataIssues issues,
        LeftOutTally leftOut) {
    EvidencePolicy evidence() {
        return policy.evidence();
    }

    boolean isIgnored(Workload workload) {
        return policy.ignoredModels().contains(workload.modelId());
    }

    /** Every address that had a workload warm in a week, the own one too. */
    List<Supply.Rival> warmIn(int week, Workload workload) {
        return supply.of(week).rivals(workload, null);
    }

    /** The part of the network's requests that these got together in a week; they are thought to have it warm. */
    ShareOf.Part shareOf(int week, Workload workload, Set<Address> addresses) {
        List<Supply.Rival> warm = new ArrayList<>(warmIn(week, workload));
        Set<Address> missing = new TreeSet<>(addresses);
        warm.forEach(rival -> missing.remove(rival.address()));
        for (Address address : missing) {
            warm.add(
                    new Supply.Rival(address, supply.of(week).findStake(address).orElse(null), 1));
        }
        return workload.pipeline().isLive() ? share.ofLive(warm, addresses) : share.ofBatch(warm, addresses);
    }
}
