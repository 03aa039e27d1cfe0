package org.warmplan.example;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The network at one instant.
 *
 * @param index from 1
 * @param week from 1 to 8; an instant belongs to the week it ends
 * @param dollar wei for a dollar, against the first week
 * @param nodes those that answered
 * @param earnedEth since the frame before, by address, whether it answered or not
 */
record Frame(int index, Instant at, int week, double dollar, List<Seen> nodes, Map<String, Double> earnedEth) {

    /** A node that answered. */
    record Seen(Node node, List<Offered> offers) {}

    /** What it offered, with the figures go-livepeer advertises. */
    record Offered(Node.Listing listing, long capacity, long inUse) {}
}
