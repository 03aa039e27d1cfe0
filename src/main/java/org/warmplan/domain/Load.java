package org.warmplan.domain;

import java.time.Instant;

/**
 * Supply of a workload against its load, by somebody else's count.
 *
 * @param orchestrators that advertised it at some time in the last 24 hours, warm or not
 * @param gpuSlots capacity they advertised together
 * @param activeStreams live video: streams now; 0 for batch
 * @param jobsPerDay batch: jobs of the last 24 hours; 0 for live video
 */
public record Load(
        Instant seenAt, Workload workload, long orchestrators, long gpuSlots, long activeStreams, long jobsPerDay)
        implements Observation {}
