package org.warmplan.example;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who has a workload warm in a week, and whom gateways choose: on-chain ones by stake and chance (go-livepeer
 * server/selection_algorithm.go:92-121 at 176aa415), off-chain ones and those for live video whoever answers first.
 */
record Sellers(Asked asked, List<Seller> sellers) {
    private static final double ON_CHAIN = 0.8;
    private static final double BY_STAKE = 0.7;

    /** How off-chain demand falls on the first, second and third to answer. */
    private static final double[] FIRST_TO_ANSWER = {0.6, 0.25, 0.15};

    private static final List<Integer> GATEWAY_REGIONS = List.of(0, 0, 0, 1, 1, 2);

    /** A node and what it lists there. */
    record Seller(Node node, Node.Listing listing) {
        String key() {
            return node.key(listing);
        }
    }

    static Sellers of(Asked asked, int week, List<Node> nodes) {
        List<Seller> sellers = new ArrayList<>();
        nodes.stream()
                .filter(node -> node.weeks().contains(week))
                .forEach(node -> node.listings(week).stream()
                        .filter(listing -> listing.asked() == asked && listing.warm())
                        .forEach(listing -> sellers.add(new Seller(node, listing))));
        sellers.sort(Comparator.comparingDouble(seller -> seller.node().latency()));
        return new Sellers(asked, sellers);
    }

    /** The chance of each to get a batch job, by key. */
    Map<String, Double> shares(Map<String, Double> stakes) {
        double sum = sellers.stream().mapToDouble(s -> stake(stakes, s)).sum();
        double first = 0;
        for (int i = 0; i < Math.min(sellers.size(), FIRST_TO_ANSWER.length); i++) {
            first += FIRST_TO_ANSWER[i];
        }
        Map<String, Double> shares = new HashMap<>();
        for (int i = 0; i < sellers.size(); i++) {
            double stake = stake(stakes, sellers.get(i));
            double onChain = BY_STAKE * stake / sum + (1 - BY_STAKE) / sellers.size();
            double offChain = i < FIRST_TO_ANSWER.length ? FIRST_TO_ANSWER[i] / first : 0;
            shares.put(sellers.get(i).key(), ON_CHAIN * onChain + (1 - ON_CHAIN) * offChain);
        }
        return shares;
    }

    private static double stake(Map<String, Double> stakes, Seller seller) {
        return stakes.getOrDefault(seller.node().address(), 0.0);
    }

    /** Containers in use by key, when so many live streams look for one; the nearest idle one takes each. */
    Map<String, Long> inUse(long streams, Dice dice) {
        Map<String, Long> inUse = new HashMap<>();
        for (long i = 0; i < streams; i++) {
            int region = dice.pick(GATEWAY_REGIONS);
            sellers.stream()
                    .filter(s -> inUse.getOrDefault(s.key(), 0L) < s.listing().replicas())
                    .min(Comparator.comparingInt(s -> Math.abs(s.node().region() - region)))
                    .ifPresent(s -> inUse.merge(s.key(), 1L, Long::sum));
        }
        return inUse;
    }
}
