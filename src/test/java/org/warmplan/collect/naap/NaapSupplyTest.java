package org.warmplan.collect.naap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.warmplan.collect.naap.NaapAnswers.BATCH_MODEL;
import static org.warmplan.collect.naap.NaapAnswers.DEMAND_ROW;
import static org.warmplan.collect.naap.NaapAnswers.JOB;
import static org.warmplan.collect.naap.NaapAnswers.LIVE_MODEL;
import static org.warmplan.collect.naap.NaapAnswers.ONE;
import static org.warmplan.collect.naap.NaapAnswers.ORCHESTRATOR;
import static org.warmplan.collect.naap.NaapAnswers.PIPELINES;
import static org.warmplan.collect.naap.NaapAnswers.PRICE;
import static org.warmplan.collect.naap.NaapAnswers.SEEN;
import static org.warmplan.collect.naap.NaapAnswers.list;
import static org.warmplan.collect.naap.NaapAnswers.page;
import static org.warmplan.collect.naap.NaapAnswers.part;
import static org.warmplan.collect.naap.NaapAnswers.read;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.Address;
import org.warmplan.domain.AskedPriceSeen;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Load;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Sessions;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;

/** Supply, prices and sessions; and answers that are none. */
final class NaapSupplyTest {
    private static final Workload LIVE = new Workload(Pipeline.LIVE_VIDEO_TO_VIDEO, "studio-live");
    private static final Workload BATCH = new Workload(Pipeline.TEXT_TO_IMAGE, "painter/XL");

    @Test
    void whatIsCalledWarmIsWhoAdvertisedAndNegativeCapacityIsNormal() {
        assertThat(read("streaming/models", list(LIVE_MODEL)))
                .isEqualTo(new Reading(List.of(new Load(SEEN, LIVE, 4, 3, 5, 0)), List.of()));
    }

    @Test
    void batchModelsTellTheirJobsAndBroughtContainersAreLeftOut() {
        String brought = BATCH_MODEL.replace("ai-batch", "byoc");
        String renamed = BATCH_MODEL.replace("ai-batch", "byoc").replace("text-to-image", "my-images");

        assertThat(read("requests/models", list(brought, BATCH_MODEL, renamed)))
                .isEqualTo(new Reading(List.of(new Load(SEEN, BATCH, 2, 2, 0, 40)), List.of()));
    }

    @Test
    void anUnknownTypeOfJobIsLeftOutAndTold() {
        Reading reading = read("requests/models", list(BATCH_MODEL.replace("ai-batch", "runner"), BATCH_MODEL));

        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("jobTypeUnknown", "requests/models[0].job_type"));
    }

    @Test
    void aPriceIsForSoManyUnitsAndItsAddressIsLowerCase() {
        UnitPrice price = UnitPrice.of(BigDecimal.valueOf(3000), BigDecimal.valueOf(4));

        assertThat(read("dashboard/pricing", list(PRICE)))
                .isEqualTo(new Reading(List.of(new AskedPriceSeen(SEEN, new Address(ONE), BATCH, price)), List.of()));
        assertThat(price.text()).isEqualTo("750");
    }

    @Test
    void pricesMayBeNull() {
        assertThat(read("dashboard/pricing", "null")).isEqualTo(new Reading(List.of(), List.of()));
    }

    @Test
    void aPriceOfABroughtContainerIsLeftOutQuietly() {
        String brought = PRICE.replace("text-to-image", "my-images").replace("painter/XL", "my-images");

        assertThat(read("dashboard/pricing", list(brought))).isEqualTo(new Reading(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"pixelsPerUnit\": 4|\"pixelsPerUnit\": 0|priceInvalid|pixelsPerUnit",
                "\"pixelsPerUnit\": 4|\"pixelsPerUnit\": null|figureInvalid|pixelsPerUnit",
                "3000|-3000|figureInvalid|priceWeiPerUnit",
                "3000|9223372036854775808|figureInvalid|priceWeiPerUnit",
                "0xAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA|https://o.example|addressInvalid|orchAddress"
            })
    void anUnsoundPriceIsLeftOut(String sound, String bad, String kind, String field) {
        Reading reading = read("dashboard/pricing", list(PRICE.replace(sound, bad)));

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple(kind, "dashboard/pricing[0]." + field));
    }

    @Test
    void sessionsAreOfTheSpanAskedFor() {
        assertThat(read("dashboard/orchestrators?window=7d", list(ORCHESTRATOR)))
                .isEqualTo(new Reading(
                        List.of(new Sessions(
                                SEEN,
                                new Address(ONE),
                                SEEN.minus(Duration.ofDays(7)),
                                SEEN,
                                "https://o.example:8935",
                                20,
                                15,
                                2)),
                        List.of()));
    }

    @Test
    void anAddressThatIsAUriIsNoAddress() {
        Reading reading = read("dashboard/orchestrators", list(ORCHESTRATOR.replace("\"0xA", "\"https://")));

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("addressInvalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"streaming/models", "requests/models", "dashboard/pricing", "dashboard/orchestrators"})
    void oneThingToldTwiceCountsOnce(String endpoint) {
        String row = List.of(LIVE_MODEL, BATCH_MODEL, PRICE, ORCHESTRATOR)
                .get(List.of("streaming/models", "requests/models", "dashboard/pricing", "dashboard/orchestrators")
                        .indexOf(endpoint));
        Reading reading = read(endpoint, list(row, row));

        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("rowRepeated");
    }

    @Test
    void anImportedFileIsKnownByItsFields() {
        List<String> bodies = List.of(
                PIPELINES,
                page(DEMAND_ROW),
                list(LIVE_MODEL),
                list(BATCH_MODEL),
                page(JOB),
                list(PRICE),
                list(ORCHESTRATOR));
        List<Snapshot.Part> parts =
                bodies.stream().map(body -> part("saved/answer.json", body)).toList();
        Reading reading = new NaapSource().read(new Snapshot("naap", "naap", SEEN, parts));

        assertThat(reading.issues()).isEmpty();
        assertThat(reading.observations())
                .extracting(o -> o.getClass().getSimpleName())
                .containsExactly(
                        "Traffic", "Traffic", "Traffic", "Load", "Load", "AskedPriceSeen", "Sessions", "Traffic");
    }

    @Test
    void anAnswerThatCannotBeReadLosesOnlyItself() {
        Snapshot snapshot = new Snapshot(
                "naap",
                "naap",
                SEEN,
                List.of(
                        part(NaapAnswers.HOST + "streaming/models", "<html>502</html>"),
                        part(
                                NaapAnswers.HOST + "dashboard/pricing",
                                "{\"type\": \"about:blank\", \"title\": \"Internal Server Error\", \"status\": 500}"),
                        part(NaapAnswers.HOST + "requests/models", list(BATCH_MODEL))));
        Reading reading = new NaapSource().read(snapshot);

        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path, DataIssue::value)
                .containsExactly(
                        tuple(
                                "partUnreadable",
                                "https://naap.example/v1/streaming/models",
                                "is HTML or XML, not JSON. Maybe the address leads to a web page or an error page."),
                        tuple(
                                "partUnreadable",
                                "https://naap.example/v1/dashboard/pricing",
                                "holds no rows of dashboard/pricing. Maybe it answered with an error, or its format has"
                                        + " changed."));
        assertThat(new NaapSource().read(snapshot)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "\"ok\"", "{\"title\": \"Not Found\", \"status\": 404}"})
    void refusesASnapshotThatSaysNothing(String body) {
        assertThatThrownBy(() ->
                        new NaapSource().read(new Snapshot("naap", "naap", SEEN, List.of(part("saved.json", body)))))
                .isInstanceOf(InputException.class)
                .hasMessage("saved.json is no answer of the NaaP API that is known. Maybe it is empty, or of another"
                        + " endpoint.");
    }
}
