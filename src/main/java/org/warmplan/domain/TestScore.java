package org.warmplan.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the job tester rates an orchestrator from one region. Test traffic only: a mark of quality, neither demand nor
 * income.
 *
 * @param workload what was tested; null for transcoding
 * @param region like {@code FRA}; {@value #GLOBAL} for the mean over regions
 * @param successRate 0 to 1
 * @param roundTripScore 0 to 1, 1 is fastest
 * @param score 0 to 1: for AI 0.65 of success and 0.35 of speed
 */
public record TestScore(
        Instant seenAt,
        Address orchestrator,
        @Nullable Workload workload,
        String region,
        double successRate,
        double roundTripScore,
        double score)
        implements Observation {
    public static final String GLOBAL = "GLOBAL";
}
