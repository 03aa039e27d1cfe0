package org.warmplan.collect.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.OwnMetric;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.Workload;

final class OrchestratorMetricsSourceTest {
    private static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");
    private static final String URL = "http://127.0.0.1:7935/metrics";
    private static final String SENDER = "0x" + "c".repeat(40);
    private static final Workload PAINTER = new Workload(Pipeline.TEXT_TO_IMAGE, "painter/XL");
    private static final Workload STUDIO = new Workload(Pipeline.LIVE_VIDEO_TO_VIDEO, "studio-live");

    @Test
    void readsAPageAsANodeWritesIt() {
        String page = """
                # HELP go_goroutines Number of goroutines that currently exist.
                # TYPE go_goroutines gauge
                go_goroutines 77
                # HELP livepeer_ai_models_requested Number of AI models requested over time
                # TYPE livepeer_ai_models_requested counter
                livepeer_ai_models_requested{model_name="painter/XL",node_id="rig1",node_type="orch",pipeline="text-to-image"} 41
                # TYPE livepeer_ai_request_price gauge
                livepeer_ai_request_price{model_name="painter/XL",node_id="rig1",node_type="orch",pipeline="text-to-image"} 4.768371e+06
                # TYPE livepeer_ai_container_idle gauge
                livepeer_ai_container_idle{model_name="studio-live",node_id="rig1",node_type="orch",orchestrator_uri="",pipeline="live-video-to-video"} 1
                livepeer_versions{goversion="go1",node_id="rig1"} 1
                # TYPE livepeer_value_redeemed counter
                livepeer_value_redeemed{node_id="rig1",node_type="orch",sender=""} 0
                """;

        assertThat(read(page))
                .isEqualTo(new Reading(
                        List.of(
                                metric("rig1", OwnMetric.Name.REQUESTS, PAINTER, "", 41),
                                metric("rig1", OwnMetric.Name.PRICE, PAINTER, "", 4_768_371),
                                metric("rig1", OwnMetric.Name.CONTAINERS_IDLE, STUDIO, "", 1),
                                metric("rig1", OwnMetric.Name.VALUE_REDEEMED, null, "", 0)),
                        List.of()));
    }

    @Test
    void pipelinesMayHaveTheirDisplayNames() {
        assertThat(read("livepeer_ai_models_requested{pipeline=\"Text to image\",model_name=\"painter/XL\"} 3")
                        .observations())
                .containsExactly(metric("", OwnMetric.Name.REQUESTS, PAINTER, "", 3));
    }

    @Test
    void aGatewaysContainersAreThoseOfLiveVideo() {
        assertThat(read("livepeer_ai_container_in_use{model_name=\"studio-live\","
                                + "orchestrator_uri=\"https://u:p@o.example:8935\"} 2")
                        .observations())
                .containsExactly(metric(
                        "", OwnMetric.Name.CONTAINERS_IN_USE, STUDIO, "orchestrator_uri=https://o.example:8935", 2));
    }

    @Test
    void whatNamesNoWorkloadKeepsItsLabels() {
        String page = """
                livepeer_ai_models_requested{model_name="a"} 1
                livepeer_ai_models_requested{pipeline="my-chat",model_name="a"} 2
                livepeer_ai_current_live_pipelines{pipeline="studio-live"} 3
                """;

        assertThat(read(page).observations())
                .containsExactly(
                        metric("", OwnMetric.Name.REQUESTS, null, "model_name=a", 1),
                        metric("", OwnMetric.Name.REQUESTS, null, "model_name=a pipeline=my-chat", 2),
                        metric("", OwnMetric.Name.LIVE_PIPELINES, null, "pipeline=studio-live", 3));
    }

    @Test
    void errorsAreToldApartByCodeAndSenderButTheirTextsAreOne() {
        String labels = "livepeer_ai_request_errors{pipeline=\"text-to-image\",model_name=\"painter/XL\",sender=\"0x"
                + "C".repeat(40) + "\",error_code=";

        assertThat(read(labels + "\"OrchestratorBusy\"} 4\n" + labels + "\"Post http://u:p@10.0.0.1: EOF\"} 2\n"
                                + labels + "\"job 77 failed\"} 1\n")
                        .observations())
                .containsExactly(
                        metric("", OwnMetric.Name.ERRORS, PAINTER, "error_code=OrchestratorBusy sender=" + SENDER, 4),
                        metric("", OwnMetric.Name.ERRORS, PAINTER, "error_code=other sender=" + SENDER, 3));
    }

    @Test
    void aBatchJobsManifestTellsItsWorkloadAndStreamsOfASenderAreOneFigure() {
        String page = """
                livepeer_ticket_value_recv{manifest_id="27_painter/XL",sender="%1$s"} 5000.5
                livepeer_ticket_value_recv{manifest_id="35_studio-live",sender="%1$s"} 1
                livepeer_ticket_value_recv{manifest_id="a1b2c3d4",sender="%1$s"} 0.1
                livepeer_ticket_value_recv{manifest_id="99_odd",sender="%1$s"} 0.2
                livepeer_ticket_value_recv{manifest_id="",sender="%1$s"} 0.3
                livepeer_ticket_value_recv{manifest_id="37_my-chat",sender="%1$s"} 700
                livepeer_ticket_value_recv{manifest_id="27_painter/XL",sender=""} 6
                """.formatted(SENDER);

        assertThat(read(page))
                .isEqualTo(new Reading(
                        List.of(
                                metric("", OwnMetric.Name.TICKET_VALUE, PAINTER, "sender=" + SENDER, 5000.5),
                                metric("", OwnMetric.Name.TICKET_VALUE, null, "sender=" + SENDER, 1.6),
                                metric("", OwnMetric.Name.TICKET_VALUE, PAINTER, "", 6)),
                        List.of()));
    }

    @Test
    void manyStreamsDoNotSwellTheHistory() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            page.append("livepeer_tickets_recv{manifest_id=\"s%d\",sender=\"%s\"} 1\n".formatted(i, SENDER));
        }

        assertThat(read(page.toString()).observations())
                .containsExactly(metric("", OwnMetric.Name.TICKETS, null, "sender=" + SENDER, 10_000));
    }

    @Test
    void aSumOfManyFiguresNeverFallsWhenAStreamIsAdded() {
        String page = """
                livepeer_ticket_value_recv{manifest_id="a"} 0.1
                livepeer_ticket_value_recv{manifest_id="b"} 0.7
                """;
        String more = "livepeer_ticket_value_recv{manifest_id=\"0\"} 1e-300\n" + page;

        assertThat(((OwnMetric) read(more).observations().get(0)).value())
                .isGreaterThanOrEqualTo(((OwnMetric) read(page).observations().get(0)).value());
    }

    @Test
    void withoutLabelsPerStreamThereIsOneFigureForAll() {
        assertThat(read("livepeer_tickets_recv{node_id=\"n\",node_type=\"orch\"} 8")
                        .observations())
                .containsExactly(metric("n", OwnMetric.Name.TICKETS, null, "", 8));
    }

    @Test
    void openMetricsIsReadToo() {
        assertThat(read("# TYPE livepeer_tickets_recv counter\r\nlivepeer_tickets_recv_total{} 8 1732341600.5"
                        + " # {trace=\"a # b\"} 1 1732341600\r\n# EOF"))
                .isEqualTo(new Reading(List.of(metric("", OwnMetric.Name.TICKETS, null, "", 8)), List.of()));
    }

    @Test
    void ofASeriesToldTwiceTheLastLineStands() {
        Reading reading = read("""
                livepeer_tickets_recv{sender="a",node_id="n"} 8
                livepeer_tickets_recv{node_id="n",sender="a",} 9
                """);

        assertThat(reading.observations()).containsExactly(metric("n", OwnMetric.Name.TICKETS, null, "sender=a", 9));
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("seriesRepeated", "line 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "+Inf", "-Inf", "Inf", "-1", "1e999", "1.5", "1000000000001"})
    void aFigureThatIsNoSoundCountIsLeftOut(String value) {
        Reading reading = read("livepeer_tickets_recv " + value + "\nlivepeer_winning_tickets_recv 1\n");

        assertThat(reading.observations()).containsExactly(metric("", OwnMetric.Name.WINNING_TICKETS, null, "", 1));
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("figureInvalid", "line 1"));
    }

    @Test
    void figuresOfOthersMayBeNoNumbers() {
        assertThat(read("go_gc_seconds{quantile=\"1\"} NaN\nlivepeer_tickets_recv 1")
                        .issues())
                .isEmpty();
    }

    @Test
    void aLineThatIsNoneIsToldAndTheOthersStay() {
        Reading reading = read("livepeer_tickets_recv 1\nlivepeer_tickets_recv{ 2\nlivepeer_x one\n");

        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path, DataIssue::value)
                .containsExactly(
                        tuple("lineInvalid", "line 2", "livepeer_tickets_recv{ 2"),
                        tuple("lineInvalid", "line 3", "livepeer_x one"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty, not a metrics page",
                "' \n'|is empty, not a metrics page",
                "<html><pre>livepeer_tickets_recv 1</pre></html>|is HTML or XML, not a metrics page",
                "{\"error\": 1}|is JSON, not a metrics page",
                "not found|is no metrics page"
            })
    void refusesWhatIsNoMetricsPage(String body, String problem) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(InputException.class)
                .hasMessage(URL + " " + problem + ". Maybe the path is wrong: an orchestrator's ends in /metrics.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"go_goroutines 9\n", "# TYPE go_goroutines gauge\n", "node_load1{a=\"livepeer_\"} 1"})
    void refusesAnotherProgramsPage(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(InputException.class)
                .hasMessage(URL + " is a metrics page without any figure of go-livepeer. Maybe the node runs without"
                        + " -monitor, or the port is another program's: an orchestrator's is 7935.");
    }

    private static OwnMetric metric(
            String node, OwnMetric.Name name, @Nullable Workload workload, String detail, double value) {
        return new OwnMetric(SEEN, node, name, workload, detail, value);
    }

    private static Reading read(String body) {
        return new OrchestratorMetricsSource()
                .read(new Snapshot(
                        "own",
                        "orchestrator-metrics",
                        SEEN,
                        List.of(new Snapshot.Part(URL, 200, "text/plain", null, null, SEEN, "0", body, null))));
    }
}
