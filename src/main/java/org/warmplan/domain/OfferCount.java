package org.warmplan.domain;

import java.time.Instant;

/**
 * How many orchestrators a page says offer a workload, without saying which. Pages have counted cold models and mere
 * prices as warm, so it is weaker than any {@link Offer}.
 *
 * @param warm orchestrators said to have it warm, at least 0
 * @param cold orchestrators said to have it cold, at least 0
 */
public record OfferCount(Instant seenAt, Workload workload, long warm, long cold) implements Observation {}
