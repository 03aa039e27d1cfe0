package org.warmplan.replay.market;

import java.util.List;

/**
 * A process gateways can send requests to, and the worker behind it.
 *
 * @param orchestrator index of its orchestrator
 * @param uri where gateways find it
 * @param split true when the orchestrator and its AI worker are two processes: such a node never reserves but always
 *     releases batch capacity, so that what it advertises grows by one per finished or failed job until it restarts
 *     (go-livepeer {@code core/ai_orchestrator.go:403-441} at 176aa415), and it serves no live video ({@code :418})
 * @param cards in slot order, one container each
 * @param failureRate part of the jobs it begins that end in an error, from 0 to 1
 * @param overhead what is added to its configured prices when it advertises them, as a factor from 1: the price of
 *     redeeming tickets ({@code core/orchestrator.go:440})
 */
public record MarketNode(
        int orchestrator, String uri, boolean split, List<MarketCard> cards, double failureRate, double overhead) {
    public MarketNode {
        cards = List.copyOf(cards);
    }
}
