package org.warmplan.collect.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.warmplan.collect.answer.NetworkPayload.ONE;
import static org.warmplan.collect.answer.NetworkPayload.PRICE;
import static org.warmplan.collect.answer.NetworkPayload.SEEN;
import static org.warmplan.collect.answer.NetworkPayload.node;
import static org.warmplan.collect.answer.NetworkPayload.offer;
import static org.warmplan.collect.answer.NetworkPayload.onlyOffer;
import static org.warmplan.collect.answer.NetworkPayload.read;
import static org.warmplan.collect.answer.NetworkPayload.record;
import static org.warmplan.collect.answer.NetworkPayload.snapshot;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Reading;
import org.warmplan.domain.SeenGpu;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;
import org.warmplan.files.ReceivedBody;

final class NetworkCapabilitiesSourceTest {
    @Test
    void readsAnOffer() {
        Reading reading = read("""
                {"orchestrators": [{"address": "0xABCDEFabcdef11111111111111111111111111ff", "orch_uri": "https://orch-1.example:8935",
                  "capabilities": {"constraints": {"PerCapability": {"27": {"models":
                    {"a/b": {"warm": true, "capacity": 3, "runnerVersion": "0.14.1"}}}}}},
                  "capabilities_prices": [{"pricePerUnit": 10, "pixelsPerUnit": 4, "capability": 27, "constraint": "a/b"}],
                  "hardware": [{"pipeline": "text-to-image", "model_id": "a/b", "gpu_info": {"0":
                    {"id": "GPU-1", "name": "NVIDIA GeForce RTX 4090", "memory_free": 10, "memory_total": 20}}}]}]}
                """);

        assertThat(reading.issues()).isEmpty();
        assertThat(reading.observations())
                .containsExactly(new Offer(
                        SEEN,
                        new Address("0xabcdefabcdef11111111111111111111111111ff"),
                        "https://orch-1.example:8935",
                        new Workload(Pipeline.TEXT_TO_IMAGE, "a/b"),
                        Warmth.WARM,
                        3,
                        0,
                        new UnitPrice(BigInteger.valueOf(5), BigInteger.TWO),
                        List.of(new SeenGpu("GPU-1", "NVIDIA GeForce RTX 4090", 20, 10)),
                        "0.14.1"));
    }

    @Test
    void readsNoOfferFromBitsAndCapacities() {
        assertThat(read("{\"orchestrators\": [{\"address\": \"" + ONE + "\", \"orch_uri\": \"https://orch-1.example\","
                        + " \"capabilities\": {\"bitstring\": [18446744073709551615],"
                        + " \"capacities\": {\"27\": 1, \"33\": 4}, \"constraints\": {}}}]}"))
                .isEqualTo(new Reading(List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"capabilities\": null, \"capabilities_prices\": null, \"hardware\": null, \"price_info\": null",
                "\"capabilities\": {}",
                "\"capabilities\": {\"constraints\": null}",
                "\"capabilities\": {\"constraints\": {\"PerCapability\": null}}",
                "\"capabilities\": {\"constraints\": {\"PerCapability\": {\"27\": {\"models\": null}}}}",
                "\"capabilities\": {\"constraints\": {\"PerCapability\": {\"37\": {\"models\": {\"own\": {}}}}}}",
                "\"price_info\": {\"pricePerUnit\": 100000000000000}"
            })
    void takesMissingPartsAndForeignCapabilitiesAsNormal(String fields) {
        assertThat(read("{\"orchestrators\": [{\"address\": \"" + ONE + "\", \"orch_uri\": \"https://orch-1.example\", "
                        + fields + "}]}"))
                .isEqualTo(new Reading(List.of(), List.of()));
    }

    @Test
    void keepsTwoNodesOfOneAddress() {
        Reading reading = read("{\"orchestrators\": ["
                + record(ONE, "https://orch-1a.example", "\"27\": {\"models\": {\"a/b\": {}}}", PRICE, "") + ", "
                + record(ONE, "https://orch-1b.example", "\"27\": {\"models\": {\"a/b\": {}}}", PRICE, "") + "]}");

        assertThat(reading.observations())
                .extracting(o -> ((Offer) o).uri())
                .containsExactly("https://orch-1a.example", "https://orch-1b.example");
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void mergesANodeListedTwice() {
        String gpu =
                "{\"pipeline\": \"text-to-image\", \"model_id\": \"a/b\", \"gpu_info\": {\"0\": {\"id\": \"GPU-1\"}}}";
        Reading reading = read("{\"orchestrators\": ["
                + record(
                        ONE, "https://orch-1.example", "\"27\": {\"models\": {\"a/b\": {\"capacity\": 1}}}", PRICE, gpu)
                + ", "
                + record(
                        ONE,
                        "https://orch-1.example",
                        "\"27\": {\"models\": {\"a/b\": {\"warm\": true, \"capacity\": 2}}}",
                        PRICE.replace("5", "6"),
                        gpu + ", " + gpu.replace("GPU-1", "GPU-2"))
                + "]}");

        assertThat(onlyOffer(reading))
                .returns(true, Offer::isWarm)
                .returns(2L, Offer::capacity)
                .returns(UnitPrice.ofWei(5), Offer::price)
                .satisfies(offer -> assertThat(offer.gpus()).hasSize(2));
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("offerRepeated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"capabilities_names\": {}, \"orchestrators\": null}|names no orchestrators",
                "{}|names no orchestrators",
                "[]|names no orchestrators",
                "{\"error\": \"no\"}|names no orchestrators",
                "{\"orchestrators\": {}}|names no orchestrators",
                "{\"orchestrators\": []}|lists no orchestrator that can be read",
                "{\"orchestrators\": [{\"address\": \"\"}, 3]}|lists no orchestrator that can be read",
                "<html>busy</html>|is HTML or XML, not JSON",
                "network capabilities not available{}|is no sound JSON",
                "{\"orchestrators\": [|is no sound JSON",
                "''|is empty"
            })
    void refusesWhatSaysNothing(String body, String problem) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("https://gw.example/caps ")
                .hasMessageContaining(problem)
                .hasMessageContaining("Maybe ");
    }

    @Test
    void refusesAnotherStatusThan200() {
        assertThatThrownBy(() -> new NetworkCapabilitiesSource().read(snapshot(500, "{\"orchestrators\": []}", null)))
                .hasMessage("https://gw.example/caps answered 500, not 200."
                        + " Maybe it had just started; collect again.");
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThatThrownBy(() -> new NetworkCapabilitiesSource().read(snapshot(200, "//4=", ReceivedBody.BASE64)))
                .hasMessage("https://gw.example/caps is not UTF-8 text."
                        + " Maybe it is compressed, or was saved in another encoding.");
    }

    @Test
    void passesOverAByteOrderMark() {
        assertThat(read("\uFEFF" + node(ONE, "https://orch-1.example", "", "", ""))
                        .issues())
                .isEmpty();
    }
}
