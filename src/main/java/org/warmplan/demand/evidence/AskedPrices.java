package org.warmplan.demand.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Workload;

/** What orchestrators ask for what they have warm. */
final class AskedPrices {
    private AskedPrices() {}

    /** Wei per unit by address, the lower middle one of its nodes; without those that name no price, or nothing. */
    static SortedMap<Address, Double> of(Supply supply, Workload workload) {
        SortedMap<Address, List<Double>> asked = new TreeMap<>();
        for (Offer offer : supply.offersOf(workload)) {
            if (offer.isWarm() && offer.price() != null && !offer.price().isFree()) {
                asked.computeIfAbsent(offer.orchestrator(), a -> new ArrayList<>())
                        .add(offer.price().weiPerUnit());
            }
        }
        SortedMap<Address, Double> prices = new TreeMap<>();
        asked.forEach((address, all) -> prices.put(address, middle(all)));
        return prices;
    }

    /** The lower middle one. */
    static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
