package org.warmplan.replay.market;

import java.util.List;

/** Who takes part in a market and what is asked for there. The place in each list is the index used everywhere. */
public record Cast(
        List<MarketWorkload> workloads,
        List<MarketOrchestrator> orchestrators,
        List<MarketNode> nodes,
        List<MarketGateway> gateways) {
    /** The orchestrator we plan for. */
    public static final int SELF = 0;

    /**
     * @throws IllegalArgumentException when a node is of no orchestrator, or a list of a gateway is of another length than
     *     what it goes along
     */
    public Cast {
        workloads = List.copyOf(workloads);
        orchestrators = List.copyOf(orchestrators);
        nodes = List.copyOf(nodes);
        gateways = List.copyOf(gateways);
        for (MarketNode node : nodes) {
            if (node.orchestrator() < 0 || node.orchestrator() >= orchestrators.size()) {
                throw new IllegalArgumentException("The orchestrator (" + node.orchestrator() + ") of node "
                        + node.uri() + " is none of " + orchestrators.size() + ".");
            }
        }
        for (MarketGateway gateway : gateways) {
            same("maxWeiPerUnit", gateway.maxWeiPerUnit().size(), workloads.size());
            same("users", gateway.users().size(), workloads.size());
            same("latencySeconds", gateway.latencySeconds().size(), nodes.size());
        }
    }

    /** Indices of the nodes of an orchestrator, ascending. */
    public List<Integer> nodesOf(int orchestrator) {
        return java.util.stream.IntStream.range(0, nodes.size())
                .filter(node -> nodes.get(node).orchestrator() == orchestrator)
                .boxed()
                .toList();
    }

    private static void same(String what, int size, int expected) {
        if (size != expected) {
            throw new IllegalArgumentException("A gateway has " + size + " of " + what + ", not " + expected + ".");
        }
    }
}
