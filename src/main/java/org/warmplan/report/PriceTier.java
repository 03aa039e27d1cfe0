package org.warmplan.report;

import org.warmplan.demand.evidence.PriceTiers;
import org.warmplan.domain.Gwei;

/**
 * Orchestrators that have a workload warm at about the same price.
 *
 * @param place below, around or above the median
 * @param lowestWei wei per unit
 * @param highestWei wei per unit
 * @param orchestrators how many
 * @param known of how many it is known what they earn
 * @param low gwei per week they earn together at least, as far as known
 * @param high at most, with everything they have warm
 */
public record PriceTier(
        String place, double lowestWei, double highestWei, int orchestrators, int known, Gwei low, Gwei high) {
    /** From what evidence knows of a tier. */
    public static PriceTier of(PriceTiers.Tier tier) {
        return new PriceTier(
                tier.place().toString(),
                tier.lowestWei(),
                tier.highestWei(),
                tier.orchestrators(),
                tier.known(),
                tier.low(),
                tier.high());
    }
}
