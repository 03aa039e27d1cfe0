package org.warmplan.domain;

import java.time.Instant;

/**
 * Live sessions that an observer saw on one orchestrator: its share of the traffic.
 *
 * @param from start of the span, inclusive
 * @param to its end, exclusive
 * @param uri its service address, as the observer knows it; may be empty
 * @param known sessions whose outcome is known
 * @param successful of those, the ones that went well
 * @param gpus cards the observer counts for it
 */
public record Sessions(
        Instant seenAt,
        Address orchestrator,
        Instant from,
        Instant to,
        String uri,
        long known,
        long successful,
        long gpus)
        implements Observation {}
