package org.warmplan.domain;

import java.time.Instant;

/**
 * What an orchestrator asked for a workload lately, by somebody else's records. It does not say that it is warm, nor that
 * it is offered now.
 */
public record AskedPriceSeen(Instant seenAt, Address orchestrator, Workload workload, UnitPrice price)
        implements Observation {}
