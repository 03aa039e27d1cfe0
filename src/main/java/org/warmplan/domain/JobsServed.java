package org.warmplan.domain;

import java.time.Instant;

/**
 * Batch jobs that an observer saw on one node in a span of time.
 *
 * @param from start of the span, inclusive
 * @param to its end, exclusive
 * @param uri the node's service address: the observer names no orchestrator
 * @param jobs jobs sent there, each counted once
 * @param served of those, how many went well
 */
public record JobsServed(
        Instant seenAt, Instant from, Instant to, String uri, Workload workload, long jobs, long served)
        implements Observation {}
