package org.warmplan.domain;

import java.time.Instant;

/** One fact read from a snapshot. */
public sealed interface Observation permits Offer, StakeSeen {
    /** When it was true: the snapshot's instant. */
    Instant seenAt();
}
