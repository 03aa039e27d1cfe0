package org.warmplan.collect.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.network.NetworkCapabilitiesSource;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;

/** Small answers of {@code /getNetworkCapabilities}. */
public final class NetworkPayload {
    public static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");
    public static final String ONE = "0x" + "1".repeat(40);
    public static final String PRICE =
            "{\"pricePerUnit\": 5, \"pixelsPerUnit\": 1, \"capability\": 27, \"constraint\": \"a/b\"}";
    public static final String PER = "orchestrators[0].capabilities.constraints.PerCapability";

    private NetworkPayload() {}

    public static Offer offer(String model) {
        return onlyOffer(
                read(node(ONE, "https://orch-1.example", "\"27\": {\"models\": {\"a/b\": " + model + "}}", PRICE, "")));
    }

    public static Offer priced(String row) {
        return onlyOffer(read(node(ONE, "https://orch-1.example", "\"27\": {\"models\": {\"a/b\": {}}}", row, "")));
    }

    public static Offer onlyOffer(Reading reading) {
        assertThat(reading.observations()).hasSize(1);
        return (Offer) reading.observations().get(0);
    }

    public static String node(String address, String uri, String perCapability, String prices, String hardware) {
        return "{\"orchestrators\": [" + record(address, uri, perCapability, prices, hardware) + "]}";
    }

    public static String record(String address, String uri, String perCapability, String prices, String hardware) {
        return ("{'address': '%s', 'orch_uri': '%s', 'capabilities': {'constraints': {'PerCapability': {"
                        .formatted(address, uri)
                        .replace('\'', '"')
                + perCapability + "}}}, \"capabilities_prices\": [" + prices + "], \"hardware\": [" + hardware + "]}");
    }

    public static Reading read(String body) {
        return new NetworkCapabilitiesSource().read(snapshot(200, body, null));
    }

    public static Snapshot snapshot(int status, String body, @Nullable String encoding) {
        return new Snapshot(
                "gateway",
                "network-capabilities",
                SEEN,
                List.of(new Snapshot.Part(
                        "https://gw.example/caps", status, null, null, null, SEEN, "0", body, encoding)));
    }
}
