package org.warmplan.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Orchestrators that only transcode. Some name AI capabilities in their bit string, which means nothing. */
final class Transcoders {
    private static final int FIRST_NUMBER = 101;
    private static final int COUNT = 30;
    private static final Set<Integer> OPTIONAL = Set.of(27, 28, 29, 30, 31, 32, 34, 36);
    private static final List<String> VERSIONS = List.of("0.8.6", "0.8.8", "0.8.10", "0.9.1");

    private Transcoders() {}

    /** One of them, with its line of the payload. */
    record Transcoder(String address, String payload) {}

    static List<Transcoder> list() {
        List<Transcoder> transcoders = new ArrayList<>();
        for (int number = FIRST_NUMBER; number < FIRST_NUMBER + COUNT; number++) {
            transcoders.add(transcoder(number, new Dice(ExampleNetwork.SEED, "transcoder " + number)));
        }
        return transcoders;
    }

    private static Transcoder transcoder(int number, Dice dice) {
        String address = Cast.address(number);
        String spelled = CapabilitiesPayload.spelled(address);
        String capabilities = "null";
        if (!dice.chance(0.2)) {
            capabilities = """
                    {"bitstring":%s,"capacities":{"0":1,"26":1},"version":"%s","constraints":{}}""".formatted(
                            CapabilitiesPayload.bits(dice.chance(0.3) ? OPTIONAL : Set.of()), dice.pick(VERSIONS));
        }
        String payload = """
                {"address":"%s","local_address":"%s","orch_uri":"https://orch-%d.example:8935","capabilities":%s,\
                "price_info":{"pricePerUnit":%d,"pixelsPerUnit":1},"capabilities_prices":null,"hardware":null}""".formatted(spelled, spelled, number, capabilities, dice.between(35, 140) * 10);
        return new Transcoder(address, payload);
    }
}
