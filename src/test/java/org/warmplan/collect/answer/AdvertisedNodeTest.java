package org.warmplan.collect.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.warmplan.collect.answer.NetworkPayload.ONE;
import static org.warmplan.collect.answer.NetworkPayload.PER;
import static org.warmplan.collect.answer.NetworkPayload.PRICE;
import static org.warmplan.collect.answer.NetworkPayload.node;
import static org.warmplan.collect.answer.NetworkPayload.offer;
import static org.warmplan.collect.answer.NetworkPayload.onlyOffer;
import static org.warmplan.collect.answer.NetworkPayload.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Reading;
import org.warmplan.domain.SeenGpu;
import org.warmplan.domain.Warmth;

final class AdvertisedNodeTest {
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
                .containsExactly(tuple("addressInvalid", "orchestrators[0].address"));
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
    void keepsANodeWithoutAServiceAddress() {
        Reading reading = read(node(ONE, "", "\"27\": {\"models\": {\"a/b\": {}}}", PRICE, ""));

        assertThat(onlyOffer(reading).uri()).isEmpty();
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("uriMissing");
    }

    @Test
    void countsAnAbsentWarmAsCold() {
        assertThat(offer("{\"capacity\": 1}")).returns(Warmth.COLD, Offer::warmth);
        assertThat(offer("{\"warm\": false}")).returns(Warmth.COLD, Offer::warmth);
        assertThat(offer("{\"warm\": null}")).returns(Warmth.COLD, Offer::warmth);
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
}
