package org.warmplan.report;

import org.warmplan.domain.Gwei;

/**
 * Orchestrators that have a workload warm at about the same price.
 *
 * @param place below, around or above the median
 * @param lowestWei wei per unit
 * @param highestWei wei per unit
 * @param orchestrators how many
 * @param low gwei per week they earn together at least, as far as known
 * @param high at most, with everything they have warm
 */
public record PriceTier(String place, double lowestWei, double highestWei, int orchestrators, Gwei low, Gwei high) {}
