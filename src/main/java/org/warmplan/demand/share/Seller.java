package org.warmplan.demand.share;

/**
 * An address that has a workload warm.
 *
 * @param stake LPT, at least 0; only its size beside the others' counts
 * @param nodes processes under this address that gateways keep a session with, from 1
 * @param containers on each node, from 1
 * @param speed requests served while a reference card serves one, above 0; of no account for live video
 */
public record Seller(double stake, int nodes, int containers, double speed) {
    public Seller {
        if (!(stake >= 0) || Double.isInfinite(stake) || nodes < 1 || containers < 1 || !(speed > 0)) {
            throw new IllegalArgumentException(
                    "A seller of stake %f with %d nodes, %d containers each and speed %f is none."
                            .formatted(stake, nodes, containers, speed));
        }
    }

    /** One node with reference cards. */
    public static Seller of(double stake, int containers) {
        return new Seller(stake, 1, containers, 1);
    }

    /** Requests it can serve at once. */
    public int capacity() {
        return nodes * containers;
    }
}
