package org.warmplan.domain;

import java.time.Instant;

/**
 * What was asked of a workload in a span of time, as far as one observer sees gateways.
 *
 * @param from start of the span, inclusive
 * @param to its end, exclusive: an hour later, or a whole window for a total over all gateways
 * @param org whose gateways the observer follows, like {@code daydream}; empty for a total
 * @param gateway the gateway; empty when not told or for a total
 * @param requested live video: sessions asked for. Batch: jobs, each counted once however often it was tried
 * @param served of those, how many were served; 0 for a total over all gateways, which does not tell
 * @param unmet of those, how many found no orchestrator: demand that nobody earned from; 0 for a total
 * @param minutes live video: minutes streamed. Batch: minutes of work, of the jobs that told how long they took
 */
public record Traffic(
        Instant seenAt,
        Instant from,
        Instant to,
        String org,
        String gateway,
        Workload workload,
        long requested,
        long served,
        long unmet,
        double minutes)
        implements Observation {}
