package org.warmplan.domain;

import java.time.Instant;

/**
 * One fact read from a snapshot. What {@link #seenAt} says is when it was known, not always when it was true: facts about
 * a span of time carry that span themselves.
 */
public sealed interface Observation
        permits Offer,
                OfferCount,
                AskedPriceSeen,
                StakeSeen,
                Earnings,
                EthPrice,
                TestScore,
                TestRun,
                TestedWorkload,
                Traffic,
                JobsServed,
                Load,
                Sessions,
                OwnMetric {
    /** When it was known: the snapshot's instant. */
    Instant seenAt();
}
