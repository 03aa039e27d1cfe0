package org.warmplan.domain;

import java.time.Instant;

/**
 * One test of one orchestrator.
 *
 * @param ranAt when the test ran, to the second
 * @param region like {@code FRA}
 * @param successRate 0 to 1
 * @param seconds from asking to the answer, at least 0
 * @param warm whether the tester took the model for warm; false also when it did not say
 */
public record TestRun(
        Instant seenAt,
        Instant ranAt,
        Address orchestrator,
        Workload workload,
        String region,
        double successRate,
        double seconds,
        boolean warm)
        implements Observation {}
