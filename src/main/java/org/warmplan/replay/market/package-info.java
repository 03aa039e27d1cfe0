/**
 * A made-up market of AI inference, played request by request: users ask gateways, gateways choose among orchestrators as
 * go-livepeer does, containers serve one request at a time. Whoever plans against it knows only what its sources would
 * show; it knows everything.
 *
 * <p>Everything in a market goes by index: workloads, orchestrators, nodes, gateways and cards are numbered from 0 in the
 * order of {@link org.warmplan.replay.market.Cast}. Orchestrator 0 is the operator we plan for. Weeks count from 0 and last
 * 168 hours from their start. The same seed gives the same market, the same users and the same week.
 *
 * <p>Left out, so that a week takes seconds: tickets that expire and payments that fail, discovery that takes time or
 * misses a node, several containers per card, requests that are wrong themselves, and the change of rounds.
 */
@NullMarked
package org.warmplan.replay.market;

import org.jspecify.annotations.NullMarked;
