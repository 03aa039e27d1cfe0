package org.warmplan.value;

import org.jspecify.annotations.Nullable;
import org.warmplan.demand.Demand;
import org.warmplan.demand.SharePolicy.Share;
import org.warmplan.domain.Workload;

/**
 * A workload with everything that decides what it is worth.
 *
 * @param demand null when nothing public tells of any
 * @param price null when the operator has none and none is suggested
 * @param beside what others ask and what the documents say, to judge the price by
 * @param warmRivals other orchestrators that have it warm
 * @param share our chance at an on-chain gateway while all are idle
 * @param curve nothing when demand or price is missing, or the units are in doubt
 */
public record ValuedWorkload(
        Workload workload,
        @Nullable Demand demand,
        @Nullable PlannedPrice price,
        PriceComparison beside,
        int warmRivals,
        Share share,
        Curve curve) {

    /** Whether its value is known well enough to warm it anew or to replace it. */
    public boolean isValued() {
        return demand != null && price != null;
    }
}
