package org.warmplan.demand.evidence;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Workload;

/**
 * All that observations tell of demand.
 *
 * @param readings by workload, sorted by kind and then from the latest week back; a workload without any is missing
 * @param hours what was counted by the hour of the week, by workload, where anything was
 * @param profiles how demand spreads over the hours of a week
 * @param leftOut what was seen and is not counted, sorted by reason
 * @param priceTiers by workload, where anybody has it warm at a price
 */
public record GatheredEvidence(
        SortedMap<Workload, List<Reading>> readings,
        SortedMap<Workload, HourCounts> hours,
        ProfileEstimate profiles,
        List<LeftOut> leftOut,
        SortedMap<Workload, PriceTiers> priceTiers) {
    public GatheredEvidence {
        SortedMap<Workload, List<Reading>> copy = new TreeMap<>();
        readings.forEach((workload, list) -> copy.put(workload, List.copyOf(list)));
        readings = Collections.unmodifiableSortedMap(copy);
        hours = Collections.unmodifiableSortedMap(new TreeMap<>(hours));
        leftOut = List.copyOf(leftOut);
        priceTiers = Collections.unmodifiableSortedMap(new TreeMap<>(priceTiers));
    }
}
