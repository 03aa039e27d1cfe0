package org.warmplan.demand;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.demand.evidence.LeftOut;
import org.warmplan.demand.evidence.PriceTiers;
import org.warmplan.domain.Workload;

/**
 * What is thought to be asked for, with what was seen beside it.
 *
 * @param demand by workload, for those with any evidence
 * @param leftOut traffic of the whole window that was seen and is no demand, sorted by reason
 * @param priceTiers who has a workload warm at which price, where anybody has
 */
public record EstimatedDemand(
        SortedMap<Workload, Demand> demand, List<LeftOut> leftOut, SortedMap<Workload, PriceTiers> priceTiers) {
    public EstimatedDemand {
        demand = Collections.unmodifiableSortedMap(new TreeMap<>(demand));
        leftOut = List.copyOf(leftOut);
        priceTiers = Collections.unmodifiableSortedMap(new TreeMap<>(priceTiers));
    }
}
