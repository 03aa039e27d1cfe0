package org.warmplan.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workload as one node of an orchestrator advertised it.
 *
 * @param orchestrator the on-chain address; several nodes may share it
 * @param uri the node's service address
 * @param capacity as advertised. Live video: containers idle now. Batch: a reservation counter, which on a split
 *     orchestrator also grows by one per finished job, so it is no number of containers
 * @param inUse live video: containers busy now; 0 for batch, where it is never reported
 * @param price what this node asks, null when it published none for the workload
 * @param gpus the cards it reported for this workload, each once; empty when it reported none
 * @param runnerVersion empty when not reported
 */
public record Offer(
        Instant seenAt,
        Address orchestrator,
        String uri,
        Workload workload,
        Warmth warmth,
        long capacity,
        long inUse,
        @Nullable UnitPrice price,
        List<SeenGpu> gpus,
        String runnerVersion)
        implements Observation {
    public Offer {
        gpus = List.copyOf(gpus);
    }

    public boolean isWarm() {
        return warmth == Warmth.WARM;
    }

    /** Requests this node can serve at once, as far as its offer tells: at least 1. */
    public long replicas() {
        long live = capacity + inUse;
        return Math.max(1, workload.pipeline().isLive() ? live : Math.min(capacity, Math.max(1, gpus.size())));
    }
}
