package org.warmplan.demand.evidence;

import java.util.Comparator;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;

/** One server of an orchestrator. */
record Node(Address orchestrator, String uri) implements Comparable<Node> {
    private static final Comparator<Node> ORDER =
            Comparator.comparing(Node::orchestrator).thenComparing(Node::uri);

    static Node of(Offer offer) {
        return new Node(offer.orchestrator(), offer.uri());
    }

    @Override
    public int compareTo(Node other) {
        return ORDER.compare(this, other);
    }
}
