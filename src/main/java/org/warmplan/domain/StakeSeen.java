package org.warmplan.domain;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An orchestrator's stake.
 *
 * @param stakeLpt delegated stake in LPT
 * @param active whether it is in the set that gateways choose from
 */
public record StakeSeen(Instant seenAt, Address orchestrator, BigDecimal stakeLpt, boolean active)
        implements Observation {}
