package org.warmplan.demand;

/**
 * One piece of evidence for a workload's weekly rate, as a count over an exposure: so many events in so many weeks of
 * watching the whole network (for live video: busy streams over looks).
 *
 * @param events at least 0
 * @param exposure greater than 0
 * @param text one sentence for the report, with the figures it came from
 */
public record Evidence(EvidenceKind kind, double events, double exposure, String text) {
    public Evidence {
        if (!(events >= 0) || !(exposure > 0) || Double.isInfinite(events) || Double.isInfinite(exposure)) {
            throw new IllegalArgumentException("The evidence %s of %f events over %f must be finite and not negative."
                    .formatted(kind, events, exposure));
        }
    }
}
