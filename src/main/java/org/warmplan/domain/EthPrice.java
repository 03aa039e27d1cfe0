package org.warmplan.domain;

import java.math.BigDecimal;
import java.time.Instant;

/** Dollars per ETH, above 0, as of {@code asOf}. */
public record EthPrice(Instant seenAt, Instant asOf, BigDecimal usd) implements Observation {}
