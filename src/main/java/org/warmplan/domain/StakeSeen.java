package org.warmplan.domain;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An orchestrator's stake and its earnings, transcoding and AI together.
 *
 * @param stakeLpt delegated stake in LPT
 * @param thirtyDayEth fees of the last 30 days in ETH
 * @param ninetyDayEth fees of the last 90 days in ETH
 */
public record StakeSeen(
        Instant seenAt, Address orchestrator, BigDecimal stakeLpt, BigDecimal thirtyDayEth, BigDecimal ninetyDayEth)
        implements Observation {}
