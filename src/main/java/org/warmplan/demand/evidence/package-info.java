/**
 * Observations turned into readings of demand, kind by kind: each counts something, says of which part of the network's
 * demand of which week, and how far it is believed. It also tells what was left out, how demand spreads over the hours of
 * a week, and what orchestrators of each price earned.
 */
@NullMarked
package org.warmplan.demand.evidence;

import org.jspecify.annotations.NullMarked;
