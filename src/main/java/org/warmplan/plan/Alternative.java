package org.warmplan.plan;

import org.jspecify.annotations.Nullable;

/**
 * What would be next if one replica of a workload had to go from one worker's cards of one class.
 *
 * @param runnerUp the workload that gains most replicas on those cards, null when none does
 * @param flipPrice gwei per week that the best such plan falls short of the plan; never negative; null when no such plan
 *     obeys the rules
 * @param proven false when the fleet is too large to look at every plan: the true flip price may then be less
 */
public record Alternative(
        @Nullable String runnerUp, @Nullable Long flipPrice, boolean proven) {}
