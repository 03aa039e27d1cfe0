package org.warmplan.demand.evidence;

import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;

/** How many workloads each orchestrator has warm. */
final class WarmWorkloads {
    private WarmWorkloads() {}

    static SortedMap<Address, Integer> count(Supply supply) {
        SortedMap<Address, Integer> counts = new TreeMap<>();
        supply.offers()
                .keySet()
                .forEach(workload ->
                        supply.rivals(workload, null).forEach(rival -> counts.merge(rival.address(), 1, Integer::sum)));
        return counts;
    }
}
