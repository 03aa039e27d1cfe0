package org.warmplan.replay.show;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.domain.Address;
import tools.jackson.databind.node.ObjectNode;

/**
 * An orchestrator that only transcodes. It is in the network's answer, where some of them name AI capabilities in their bit
 * string, which means nothing, and on the explorer's page, where it can take an AI orchestrator's place.
 *
 * @param reached whether the gateway lists it
 */
record Transcoder(int number, Address address, double stakeLpt, boolean reached, Chance chance) {
    private static final int COUNT = 85;
    private static final double REACHED = 0.3;
    private static final double MOST_LPT = 900_000;
    private static final long PLAIN_BITS = 0x407dfffL;
    private static final long BITS_OF_AI = 0x17f8000000L;
    private static final List<String> VERSIONS = List.of("0.8.6", "0.8.8", "0.8.10", "0.9.1");

    static List<Transcoder> list(long seed) {
        Chance chance = new Chance(seed, "transcoders");
        List<Transcoder> transcoders = new ArrayList<>();
        for (int number = 0; number < COUNT; number++) {
            Address address = new Address("0x%032x%08d".formatted(0x7ac0dL, number));
            double stake = Math.rint(MOST_LPT / (number + 2) * chance.factor(0.3, number, 1) * 100) / 100;
            transcoders.add(new Transcoder(number, address, stake, chance.happens(REACHED, number, 2), chance));
        }
        return transcoders;
    }

    ObjectNode answer() {
        ObjectNode root = Answer.object();
        root.put("address", NodeFace.spelled(address.value()));
        root.put("local_address", NodeFace.spelled(address.value()));
        root.put("orch_uri", "https://transcoder-" + number + ".example:8935");
        if (chance.happens(0.2, number, 3)) {
            root.putNull("capabilities");
        } else {
            ObjectNode capabilities = root.putObject("capabilities");
            long bits = chance.happens(0.3, number, 4) ? PLAIN_BITS | BITS_OF_AI : PLAIN_BITS;
            capabilities.putArray("bitstring").add(bits);
            capabilities.putObject("capacities").put("0", 1).put("26", 1);
            capabilities.put("version", VERSIONS.get(chance.pick(VERSIONS.size(), number, 5)));
            capabilities.putObject("constraints");
        }
        root.putObject("price_info")
                .put("pricePerUnit", 350 + 10 * chance.pick(105, number, 6))
                .put("pixelsPerUnit", 1);
        root.putNull("capabilities_prices");
        root.putNull("hardware");
        return root;
    }
}
