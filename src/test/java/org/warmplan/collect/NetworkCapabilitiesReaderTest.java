package org.warmplan.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;
import org.warmplan.files.ReceivedBody;

final class NetworkCapabilitiesReaderTest {
    private static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");
    private static final String ONE = "0x" + "1".repeat(40);
    private static final String PRICE =
            "{\"pricePerUnit\": 5, \"pixelsPerUnit\": 1, \"capability\": 27, \"constraint\": \"a/b\"}";
    private static final String PER = "orchestrators[0].capabilities.constraints.PerCapability";

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
    void countsAnAbsentWarmAsCold() {
        assertThat(offer("{\"capacity\": 1}")).returns(Warmth.COLD, Offer::warmth);
        assertThat(offer("{\"warm\": false}")).returns(Warmth.COLD, Offer::warmth);
        assertThat(offer("{\"warm\": null}")).returns(Warmth.COLD, Offer::warmth);
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
    void readsIdleAndBusyContainersOfLiveVideo() {
        Offer offer = onlyOffer(read(node(
                ONE,
                "https://orch-1.example",
                "\"35\": {\"models\": {\"live\": {\"warm\": true, \"capacityInUse\": 2}}}",
                PRICE.replace("27", "35").replace("a/b", "live"),
                "")));

        assertThat(offer).returns(0L, Offer::capacity).returns(2L, Offer::inUse).returns(2L, Offer::replicas);
    }

    @Test
    void keepsTheExactFractionOfAPrice() {
        assertThat(priced("{\"pricePerUnit\": 10000000000000, \"pixelsPerUnit\": 54901722631,"
                                + " \"capability\": 27, \"constraint\": \"a/b\"}")
                        .price())
                .isEqualTo(new UnitPrice(new BigInteger("10000000000000"), new BigInteger("54901722631")));
    }

    @Test
    void doesNotMindPricesForWhatIsNotOffered() {
        Reading reading = read(node(
                ONE,
                "https://orch-1.example",
                "\"27\": {\"models\": {\"a/b\": {\"warm\": true}}}",
                PRICE + ", " + PRICE.replace("a/b", "other") + ", " + PRICE.replace("27", "37"),
                ""));

        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void countsAModelWithoutAPrice() {
        Reading reading =
                read(node(ONE, "https://orch-1.example", "\"27\": {\"models\": {\"a/b\": {\"warm\": true}}}", "", ""));

        assertThat(onlyOffer(reading).price()).isNull();
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::source, DataIssue::path)
                .containsExactly(tuple("priceMissing", "gateway", PER + ".27.models.a/b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pixelsPerUnit\": 1, \"capability\": 27, \"constraint\": \"a/b\"}|priceMissing",
                "{\"pricePerUnit\": 0, \"pixelsPerUnit\": 1, \"capability\": 27, \"constraint\": \"a/b\"}|priceMissing",
                "{\"pricePerUnit\": 5, \"pixelsPerUnit\": 0, \"capability\": 27, \"constraint\": \"a/b\"}|priceInvalid",
                "{\"pricePerUnit\": 5, \"capability\": 27, \"constraint\": \"a/b\"}|priceInvalid",
                "{\"pricePerUnit\": 5, \"pixelsPerUnit\": -1, \"capability\": 27, \"constraint\": \"a/b\"}|priceInvalid",
                "{\"pricePerUnit\": -5, \"pixelsPerUnit\": 1, \"capability\": 27, \"constraint\": \"a/b\"}|priceInvalid",
                "{\"pricePerUnit\": 1.5, \"pixelsPerUnit\": 1, \"capability\": 27, \"constraint\": \"a/b\"}|priceInvalid",
                "{\"pricePerUnit\": \"5\", \"pixelsPerUnit\": 1, \"capability\": 27, \"constraint\": \"a/b\"}|priceInvalid",
                "{\"pricePerUnit\": 9223372036854775808, \"pixelsPerUnit\": 1, \"capability\": 27, \"constraint\": \"a/b\"}"
                        + "|priceInvalid"
            })
    void takesNoPriceForAPrice(String row, String kind) {
        Reading reading =
                read(node(ONE, "https://orch-1.example", "\"27\": {\"models\": {\"a/b\": {\"warm\": true}}}", row, ""));

        assertThat(onlyOffer(reading).price()).isNull();
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly(kind);
    }

    @Test
    void takesTheFirstOfSeveralPrices() {
        Reading reading = read(node(
                ONE,
                "https://orch-1.example",
                "\"27\": {\"models\": {\"a/b\": {}}}",
                PRICE + ", " + PRICE.replace("5", "6"),
                ""));

        assertThat(onlyOffer(reading).price()).isEqualTo(UnitPrice.ofWei(5));
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("priceRepeated", "orchestrators[0].capabilities_prices[1]"));
    }

    @Test
    void prefersASoundPriceToAnEarlierUnsoundOne() {
        Reading reading = read(node(
                ONE,
                "https://orch-1.example",
                "\"27\": {\"models\": {\"a/b\": {}}}",
                PRICE.replace("\"pixelsPerUnit\": 1", "\"pixelsPerUnit\": 0") + ", " + PRICE,
                ""));

        assertThat(onlyOffer(reading).price()).isEqualTo(UnitPrice.ofWei(5));
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("priceInvalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"26", "38", "0", "-1", "abc", "", "99999999999999999999", "3.5"})
    void countsACapabilityThatIsNoPipeline(String capability) {
        Reading reading = read(node(
                ONE,
                "https://orch-1.example",
                "\"" + capability + "\": {\"models\": {\"x\": {}}}, \"27\": {\"models\": {\"a/b\": {}}}",
                PRICE,
                ""));

        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path, DataIssue::value)
                .containsExactly(tuple("capabilityUnknown", PER, capability));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, -1",
        "2.7, 2, 2.7",
        "4294967295, 0, 4294967295",
        "1e40, 0, 1E+40",
        "'\"3\"', 0, 3",
        "true, 0, true",
        "[3], 0, [3]"
    })
    void readsASaneCapacityFromAnInsaneOne(String capacity, long sane, String shown) {
        Reading reading = read(node(
                ONE,
                "https://orch-1.example",
                "\"27\": {\"models\": {\"a/b\": {\"warm\": true, \"capacity\": " + capacity + "}}}",
                PRICE,
                ""));

        assertThat(onlyOffer(reading).capacity()).isEqualTo(sane);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path, DataIssue::value)
                .containsExactly(tuple("capacityInvalid", PER + ".27.models.a/b.capacity", shown));
    }

    @Test
    void keepsTheCounterOfASplitOrchestrator() {
        assertThat(offer("{\"warm\": true, \"capacity\": 67542}"))
                .returns(67_542L, Offer::capacity)
                .returns(1L, Offer::replicas);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\\u0007b"})
    void leavesOutAModelIdThatNoModelHas(String modelId) {
        Reading reading = read(node(
                ONE,
                "https://orch-1.example",
                "\"27\": {\"models\": {\"" + modelId + "\": {}, \"a/b\": {}}}",
                PRICE,
                ""));

        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("modelIdInvalid", PER + ".27.models"));
    }

    @Test
    void leavesOutAnOversizedModelId() {
        Reading reading = read(node(
                ONE,
                "https://orch-1.example",
                "\"27\": {\"models\": {\"" + "x".repeat(481) + "\": {}, \"" + "y".repeat(480) + "\": {}}}",
                "",
                ""));

        assertThat(onlyOffer(reading).workload().modelId()).startsWith("y");
        assertThat(reading.issues())
                .extracting(DataIssue::kind)
                .containsExactlyInAnyOrder("modelIdInvalid", "priceMissing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\"0x12\"", "\"orch-1.example\"", "7"})
    void leavesOutAnOrchestratorWithoutAnAddress(String address) {
        Reading reading = read("{\"orchestrators\": [{\"address\": " + address + "}, {\"address\": \"" + ONE + "\"}]}");

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .contains(tuple("addressInvalid", "orchestrators[0].address"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null|orchestrators[0]",
                "[]|orchestrators[0]",
                "{\"address\": \"ONE\", \"capabilities\": \"all\"}|orchestrators[0].capabilities",
                "{\"address\": \"ONE\", \"capabilities\": {\"constraints\": {\"PerCapability\": [1]}}}"
                        + "|orchestrators[0].capabilities.constraints.PerCapability",
                "{\"address\": \"ONE\", \"orch_uri\": \"u\", \"capabilities\":"
                        + " {\"constraints\": {\"PerCapability\": {\"27\": {\"models\": {\"a/b\": 1}}}}}}"
                        + "|orchestrators[0].capabilities.constraints.PerCapability.27.models.a/b",
                "{\"address\": \"ONE\", \"orch_uri\": \"u\", \"hardware\": {}, \"capabilities\":"
                        + " {\"constraints\": {\"PerCapability\": {\"27\": {\"models\": {}}}}}}"
                        + "|orchestrators[0].hardware"
            })
    void readsWrongTypesAsAbsent(String node, String path) {
        Reading reading =
                read("{\"orchestrators\": [" + node.replace("ONE", ONE) + ", {\"address\": \"" + ONE + "\"}]}");

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("fieldInvalid", path));
    }

    @Test
    void countsAWarmThatIsNoFlagAsCold() {
        Reading reading = read(node(
                ONE, "https://orch-1.example", "\"27\": {\"models\": {\"a/b\": {\"warm\": \"true\"}}}", PRICE, ""));

        assertThat(onlyOffer(reading).isWarm()).isFalse();
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path, DataIssue::value)
                .containsExactly(tuple("fieldInvalid", PER + ".27.models.a/b.warm", "true"));
    }

    @Test
    void countsEachCardOnceAndOnlyForItsModel() {
        String card =
                "{\"pipeline\": \"text-to-image\", \"model_id\": \"a/b\", \"gpu_info\": {\"0\": {\"id\": \"GPU-1\"}}}";
        Reading reading = read(node(
                ONE,
                "https://orch-1.example",
                "\"27\": {\"models\": {\"a/b\": {}}}",
                PRICE,
                String.join(
                        ", ",
                        card,
                        card,
                        card.replace("GPU-1", "GPU-2"),
                        card.replace("a/b", "other").replace("GPU-1", "GPU-3"),
                        "{\"pipeline\": \"text-to-image\", \"model_id\": \"a/b\"}",
                        "{\"pipeline\": \"own-container\", \"model_id\": \"\"}")));

        assertThat(onlyOffer(reading).gpus()).extracting(SeenGpu::uuid).containsExactly("GPU-1", "GPU-2");
        assertThat(reading.issues()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"x\"}|0",
                "{\"id\": \"G\", \"memory_total\": -1}|1",
                "{\"id\": \"G\", \"memory_total\": 1e90}|1",
                "{\"id\": \"G\", \"memory_total\": 10, \"memory_free\": 11}|1"
            })
    void countsOddCards(String card, int kept) {
        Reading reading = read(node(
                ONE,
                "https://orch-1.example",
                "\"27\": {\"models\": {\"a/b\": {}}}",
                PRICE,
                "{\"pipeline\": \"text-to-image\", \"model_id\": \"a/b\", \"gpu_info\": {\"0\": " + card + "}}"));

        assertThat(onlyOffer(reading).gpus())
                .hasSize(kept)
                .allSatisfy(gpu -> assertThat(gpu.freeBytes()).isZero());
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("gpuInvalid");
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

    @Test
    void keepsANodeWithoutAServiceAddress() {
        Reading reading = read(node(ONE, "", "\"27\": {\"models\": {\"a/b\": {}}}", PRICE, ""));

        assertThat(onlyOffer(reading).uri()).isEmpty();
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("uriMissing");
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
        assertThatThrownBy(() -> new NetworkCapabilitiesReader().read(snapshot(500, "{\"orchestrators\": []}", null)))
                .hasMessage("https://gw.example/caps answered 500, not 200."
                        + " Maybe it had just started; collect again.");
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThatThrownBy(() -> new NetworkCapabilitiesReader().read(snapshot(200, "//4=", ReceivedBody.BASE64)))
                .hasMessage("https://gw.example/caps is not UTF-8 text."
                        + " Maybe it is compressed, or was saved in another encoding.");
    }

    @Test
    void passesOverAByteOrderMark() {
        assertThat(read("\uFEFF" + node(ONE, "https://orch-1.example", "", "", ""))
                        .issues())
                .isEmpty();
    }

    private static Offer offer(String model) {
        return onlyOffer(
                read(node(ONE, "https://orch-1.example", "\"27\": {\"models\": {\"a/b\": " + model + "}}", PRICE, "")));
    }

    private static Offer priced(String row) {
        return onlyOffer(read(node(ONE, "https://orch-1.example", "\"27\": {\"models\": {\"a/b\": {}}}", row, "")));
    }

    private static Offer onlyOffer(Reading reading) {
        assertThat(reading.observations()).hasSize(1);
        return (Offer) reading.observations().get(0);
    }

    private static String node(String address, String uri, String perCapability, String prices, String hardware) {
        return "{\"orchestrators\": [" + record(address, uri, perCapability, prices, hardware) + "]}";
    }

    private static String record(String address, String uri, String perCapability, String prices, String hardware) {
        return ("{'address': '%s', 'orch_uri': '%s', 'capabilities': {'constraints': {'PerCapability': {"
                        .formatted(address, uri)
                        .replace('\'', '"')
                + perCapability + "}}}, \"capabilities_prices\": [" + prices + "], \"hardware\": [" + hardware + "]}");
    }

    private static Reading read(String body) {
        return new NetworkCapabilitiesReader().read(snapshot(200, body, null));
    }

    private static Snapshot snapshot(int status, String body, @Nullable String encoding) {
        return new Snapshot(
                "gateway",
                "network-capabilities",
                SEEN,
                List.of(new Snapshot.Part(
                        "https://gw.example/caps", status, null, null, null, SEEN, "0", body, encoding)));
    }
}
