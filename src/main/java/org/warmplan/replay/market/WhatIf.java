package org.warmplan.replay.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What each workload would have earned us in a week that is over, had we had 1, 2, 3 or 4 containers of it warm, everything
 * else as it was. All workloads are tried in one go, on as many imagined cards as that takes: they hardly meet one another,
 * as nothing is cold on that machine and no card of it is ever short.
 */
public final class WhatIf {
    /** The most containers of a workload that are tried. */
    public static final int MOST = 4;

    private static final long ENDLESS_MIB = 1L << 40;

    private final double[][] gwei;
    private final Map<String, double[]> onCard;

    /**
     * @param gwei by workload and number of containers from 0 to {@link #MOST}
     * @param onCard by name of a card: gwei of one container there, by workload
     */
    WhatIf(double[][] gwei, Map<String, double[]> onCard) {
        this.gwei = gwei;
        this.onCard = onCard;
    }

    /** Tries a week of a market that has been played. */
    public static WhatIf of(Market market, int week) {
        int workloads = market.cast().workloads().size();
        Map<String, Double> speeds = market.cast().nodes().get(market.ownNodes().get(0)).cards().stream()
                .collect(Collectors.groupingBy(
                        MarketCard::name, TreeMap::new, Collectors.averagingDouble(MarketCard::speed)));
        double mean = market.cast().nodes().get(market.ownNodes().get(0)).cards().stream()
                .mapToDouble(MarketCard::speed)
                .average()
                .orElse(1);
        double[][] gwei = new double[workloads][MOST + 1];
        for (int replicas = 1; replicas <= MOST; replicas++) {
            double[] tried = tried(market, week, replicas, mean);
            for (int w = 0; w < workloads; w++) {
                gwei[w][replicas] = tried[w];
            }
        }
        Map<String, double[]> onCard = new TreeMap<>();
        speeds.forEach((name, speed) -> onCard.put(name, tried(market, week, 1, speed)));
        return new WhatIf(gwei, onCard);
    }

    private static double[] tried(Market market, int week, int replicas, double speed) {
        int workloads = market.cast().workloads().size();
        int own = market.ownNodes().get(0);
        Cast imagined = imagined(market, workloads * replicas, speed);
        WeekLog log = market.again(week, imagined, everything(workloads, replicas));
        return IntStream.range(0, workloads)
                .mapToDouble(w -> log.offerWei(log.findOffer(own, w)) / 1e9)
                .toArray();
    }

    /** Gwei of the week with one container of a workload on one of our cards. */
    public double gweiOn(int workload, String cardName) {
        return onCard.getOrDefault(cardName, new double[gwei.length])[workload];
    }

    /** Gwei of the week with a number of containers from 0 to {@link #MOST}, on cards of the mean speed of our own. */
    public double gwei(int workload, int replicas) {
        return gwei[workload][replicas];
    }

    /** What the k-th container added, from 1 to {@link #MOST}; never more than the one before it, as a curve of value is. */
    public double marginal(int workload, int replica) {
        return hull(gwei[workload])[replica - 1];
    }

    /** Steps of the least concave curve above: later steps that are larger are shared with those before. */
    private static double[] hull(double[] sums) {
        double[] steps = new double[MOST];
        int from = 0;
        while (from < MOST) {
            int best = from + 1;
            for (int to = from + 2; to <= MOST; to++) {
                if (slope(sums, from, to) > slope(sums, from, best)) {
                    best = to;
                }
            }
            for (int k = from; k < best; k++) {
                steps[k] = Math.max(0, slope(sums, from, best));
            }
            from = best;
        }
        return steps;
    }

    private static double slope(double[] sums, int from, int to) {
        return (sums[to] - sums[from]) / (to - from);
    }

    private static WarmSet everything(int workloads, int replicas) {
        List<Integer> byCard = new ArrayList<>();
        for (int w = 0; w < workloads; w++) {
            byCard.addAll(Collections.nCopies(replicas, w));
        }
        return new WarmSet(byCard, List.of());
    }

    private static Cast imagined(Market market, int count, double speed) {
        Cast cast = market.cast();
        int own = market.ownNodes().get(0);
        MarketNode real = cast.nodes().get(own);
        MarketCard card = new MarketCard("imagined", "imagined", ENDLESS_MIB, speed);
        List<MarketNode> nodes = new ArrayList<>(cast.nodes());
        nodes.set(
                own,
                new MarketNode(
                        real.orchestrator(),
                        real.uri(),
                        false,
                        Collections.nCopies(count, card),
                        real.failureRate(),
                        real.overhead()));
        return new Cast(cast.workloads(), cast.orchestrators(), nodes, cast.gateways());
    }
}
