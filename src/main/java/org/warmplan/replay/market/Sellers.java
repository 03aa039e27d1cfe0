package org.warmplan.replay.market;

import java.util.stream.IntStream;

/** The nodes that list one workload at some time of a week, with what gateways know of them. */
final class Sellers {
    /** go-livepeer's default weights ({@code cmd/livepeer/starter/starter.go:227-230} at 176aa415). */
    static final double STAKE_WEIGHT = 0.7;

    static final double RANDOM_WEIGHT = 0.3;

    private final int[] nodes;
    private final int[] owners;
    private final double[] stakes;
    private final double[] advertised;

    private Sellers(int[] nodes, int[] owners, double[] stakes, double[] advertised) {
        this.nodes = nodes;
        this.owners = owners;
        this.stakes = stakes;
        this.advertised = advertised;
    }

    static Sellers of(Cast cast, Standing before, Standing now, int workload) {
        int[] nodes = IntStream.range(0, cast.nodes().size())
                .filter(n -> lists(before, n, workload) || lists(now, n, workload))
                .toArray();
        return new Sellers(
                nodes,
                IntStream.of(nodes).map(n -> cast.nodes().get(n).orchestrator()).toArray(),
                cast.orchestrators().stream()
                        .mapToDouble(MarketOrchestrator::stakeLpt)
                        .toArray(),
                IntStream.of(nodes)
                        .mapToDouble(n -> now.weiPerUnit(n, workload)
                                * cast.nodes().get(n).overhead())
                        .toArray());
    }

    private static boolean lists(Standing standing, int node, int workload) {
        return standing.set(node).byCard().contains(workload)
                || standing.set(node).cold().contains(workload);
    }

    int size() {
        return nodes.length;
    }

    int node(int seller) {
        return nodes[seller];
    }

    /** Orchestrators of the market. */
    int owners() {
        return stakes.length;
    }

    /** The orchestrator of a seller. */
    int owner(int seller) {
        return owners[seller];
    }

    double stake(int orchestrator) {
        return stakes[orchestrator];
    }

    /** The price gateways see, in wei per unit. */
    double advertised(int seller) {
        return advertised[seller];
    }
}
