package org.warmplan.example;

import java.util.List;

/**
 * One node of the made-up network, as its operator set it up.
 *
 * @param address on chain; two nodes may share it
 * @param host of its service address
 * @param region 0 to 2, and {@code latency} within it, by which gateways choose for live video
 * @param split whether orchestrator and AI worker are two processes, so that its batch capacity grows with every job
 * @param showsHardware whether it reports its cards
 * @param showsPrices whether it states a price for all it offers, or for the first only
 * @param missing chance not to answer a gateway in time
 * @param weeks in which it is there
 * @param alsoPriced what it prices and does not offer
 */
record Node(
        String address,
        String host,
        String version,
        int region,
        double latency,
        boolean split,
        boolean showsHardware,
        boolean showsPrices,
        double missing,
        Weeks weeks,
        List<Listing> listings,
        List<Price> alsoPriced) {

    /** Weeks from 1 to 8, both included. */
    record Weeks(int first, int last) {
        boolean contains(int week) {
            return first <= week && week <= last;
        }
    }

    /**
     * A workload on a node.
     *
     * @param replicas containers, or what an external one is said to serve at once
     * @param gpus empty where they are elsewhere
     */
    record Listing(Asked asked, boolean warm, int replicas, List<Gpu> gpus, Price price, Weeks weeks) {}

    /** A card with what is in use of it. */
    record Gpu(String id, Card card, long usedMib) {}

    /**
     * A price row.
     *
     * @param model what the row names: a model, or a container of the operator's own
     * @param wei per unit
     * @param isFraction whether it is stated as so much wei for many units
     * @param inDollars whether the operator set it in dollars, so that in wei it moves with the price of ETH
     */
    record Price(int capability, String model, double wei, boolean isFraction, boolean inDollars) {
        /** Wei per unit while ETH costs {@code dollar} times less than at the start. */
        double wei(double dollar) {
            return inDollars ? wei * dollar : wei;
        }
    }

    /** What it offers in a week, in the order of its file. */
    List<Listing> listings(int week) {
        return listings.stream().filter(l -> l.weeks().contains(week)).toList();
    }

    /** Tells a workload on a node from all others. */
    String key(Listing listing) {
        return host + " " + listing.asked();
    }
}
