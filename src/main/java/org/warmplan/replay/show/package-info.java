/**
 * What the public sources would have shown of a simulated market, with their blind spots: answers to the real schemas, as
 * snapshots, so that the whole program runs on a simulated week unchanged. A source shows only what the real one could know:
 * gateways it does not follow, nodes that did not answer, and what nobody publishes are not in it.
 */
@NullMarked
package org.warmplan.replay.show;

import org.jspecify.annotations.NullMarked;
