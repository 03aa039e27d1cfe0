package org.warmplan.replay.market;

import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/**
 * Something users ask for.
 *
 * @param unitsPerRequest mean billed units of a request; of a live stream, those of one second: 27,648,000
 * @param seconds mean time one request takes on a reference card; of a live stream, its mean length
 * @param unitsSpread standard deviation of the logarithm of a request's units; 0 when all are alike
 * @param secondsSpread standard deviation of the logarithm of what a request takes per unit; of a live stream, of its
 *     length
 * @param vramMib what it takes of a card, in MiB
 * @param loadSeconds from start to ready
 * @param usualWeiPerUnit what is usually asked for a unit, in wei
 * @param patienceSeconds mean time a user waits for a request to begin; exponential
 * @param bornWeek the week from which anybody knows of it; 0 when it was always there
 */
public record MarketWorkload(
        Workload workload,
        double unitsPerRequest,
        double seconds,
        double unitsSpread,
        double secondsSpread,
        long vramMib,
        double loadSeconds,
        double usualWeiPerUnit,
        double patienceSeconds,
        int bornWeek) {
    /** Whether a container serves a stream as long as it lasts. */
    public boolean isLive() {
        return workload.pipeline().isLive();
    }

    /** Streams that only test whether the network works. */
    public boolean isNoop() {
        return isLive() && workload.modelId().equals("noop");
    }

    /** Mean billed units of one request, and of one whole stream. */
    public double unitsPerCall() {
        return workload.pipeline() == Pipeline.LIVE_VIDEO_TO_VIDEO ? unitsPerRequest * seconds : unitsPerRequest;
    }
}
