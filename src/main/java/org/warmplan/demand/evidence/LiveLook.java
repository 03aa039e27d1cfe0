package org.warmplan.demand.evidence;

import java.time.Instant;

/**
 * The containers of one live workload at one instant, over the whole network.
 *
 * @param seenBusy containers busy on the nodes that answered
 * @param seen containers on the nodes that answered
 * @param guessedBusy containers thought to be busy on the nodes that did not
 * @param guessed containers on the nodes that did not
 */
record LiveLook(Instant at, double seenBusy, double seen, double guessedBusy, double guessed) {

    /** How far the look is one: the part of all containers whose nodes answered, 0 to 1. */
    double weight() {
        return seen + guessed > 0 ? seen / (seen + guessed) : 0;
    }

    double busy() {
        return seenBusy + guessedBusy;
    }
}
