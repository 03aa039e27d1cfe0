package org.warmplan.replay.show;

import java.util.List;
import java.util.Locale;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.MarketNode;

/**
 * What of a node's answer stays the same, and what it never tells.
 *
 * @param address as gateways spell it, with capitals that nobody should rely on
 * @param localAddress its signing key, often another than the address
 * @param version of its go-livepeer
 * @param showsHardware false for a node whose {@code hardware} is always null
 * @param unpriced which of its offers is without a price row, by its place among them; -1 when none is
 * @param alsoPriced places in the cast's workloads that have a price row whether they are offered or not
 */
record NodeFace(
        String address,
        String localAddress,
        String version,
        boolean showsHardware,
        int unpriced,
        List<Integer> alsoPriced) {
    private static final List<String> VERSIONS =
            List.of("0.8.8", "0.8.9", "0.8.10", "0.8.10", "0.8.10-0b5e17e1", "0.9.0", "0.9.0", "0.9.1", "0.9.1");
    private static final double OTHER_KEY = 0.4;
    private static final double BLIND = 0.15;
    private static final double UNPRICED = 0.03;
    private static final double PRICES_MORE = 0.15;

    NodeFace {
        alsoPriced = List.copyOf(alsoPriced);
    }

    static NodeFace of(Cast cast, int node, Chance chance) {
        MarketNode seen = cast.nodes().get(node);
        String address =
                spelled(cast.orchestrators().get(seen.orchestrator()).address().value());
        boolean self = seen.orchestrator() == Cast.SELF;
        return new NodeFace(
                address,
                chance.happens(OTHER_KEY, node, 1) ? localAddress(chance, node) : address,
                self ? "0.9.1" : VERSIONS.get(chance.pick(VERSIONS.size(), node, 2)),
                self || !chance.happens(BLIND, node, 3),
                !self && chance.happens(UNPRICED, node, 4) ? chance.pick(2, node, 5) : -1,
                !self && chance.happens(PRICES_MORE, node, 6)
                        ? List.of(chance.pick(cast.workloads().size(), node, 7))
                        : List.of());
    }

    static String spelled(String address) {
        return "0x" + address.substring(2).toUpperCase(Locale.ROOT);
    }

    private static String localAddress(Chance chance, int node) {
        return spelled("0x" + chance.hex(node, 8) + chance.hex(node, 9)
                + chance.hex(node, 10).substring(8));
    }
}
