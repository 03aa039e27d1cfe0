package org.warmplan.replay.market;

import org.warmplan.domain.Address;

/**
 * An orchestrator of the market.
 *
 * @param address its Ethereum address, to which all its nodes are paid
 * @param stakeLpt its stake in LPT
 * @param pooled true when its stake stands for many other jobs too (transcoding), so that its AI income is a small part
 */
public record MarketOrchestrator(Address address, double stakeLpt, boolean pooled) {}
