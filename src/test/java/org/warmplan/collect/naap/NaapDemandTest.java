package org.warmplan.collect.naap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.warmplan.collect.naap.NaapAnswers.DEMAND_ROW;
import static org.warmplan.collect.naap.NaapAnswers.JOB;
import static org.warmplan.collect.naap.NaapAnswers.PIPELINES;
import static org.warmplan.collect.naap.NaapAnswers.SEEN;
import static org.warmplan.collect.naap.NaapAnswers.list;
import static org.warmplan.collect.naap.NaapAnswers.page;
import static org.warmplan.collect.naap.NaapAnswers.read;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.JobsServed;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Traffic;
import org.warmplan.domain.Workload;

/** Live demand, totals and batch jobs. */
final class NaapDemandTest {
    private static final String DEMAND = "streaming/demand";
    private static final String JOBS = "requests/ai-batch/jobs";
    private static final Workload LIVE = new Workload(Pipeline.LIVE_VIDEO_TO_VIDEO, "studio-live");
    private static final Workload BATCH = new Workload(Pipeline.TEXT_TO_IMAGE, "painter/XL");
    private static final Instant FOUR = Instant.parse("2026-11-23T04:00:00Z");
    private static final Instant FIVE = Instant.parse("2026-11-23T05:00:00Z");

    @Test
    void totalsAreOfLiveModelsAndLeaveOutWhatNamesNoModelOrIsABroughtContainer() {
        Workload noop = new Workload(Pipeline.LIVE_VIDEO_TO_VIDEO, "noop");
        Instant weekAgo = SEEN.minus(Duration.ofDays(7));

        assertThat(read("dashboard/pipelines?window=7d&limit=20", PIPELINES))
                .isEqualTo(new Reading(
                        List.of(
                                new Traffic(SEEN, weekAgo, SEEN, "", "", LIVE, 10, 0, 0, 80.25),
                                new Traffic(SEEN, weekAgo, SEEN, "", "", noop, 2, 0, 0, 10.25)),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "?window=7d, 168",
        "?limit=5&window=24h, 24",
        "?window=90d, 168",
        "?window=3, 3",
        "'', 24",
        "?window=x, 24",
        "?window=0h, 24"
    })
    void totalsAreOfTheSpanTheAddressAskedFor(String query, int hours) {
        assertThat(read("dashboard/pipelines" + query, PIPELINES).observations())
                .first()
                .isInstanceOfSatisfying(
                        Traffic.class, t -> assertThat(t.from()).isEqualTo(SEEN.minus(Duration.ofHours(hours))));
    }

    @Test
    void aRowOfDemandIsAnHourWithItsUnmetSessions() {
        assertThat(read(DEMAND, page(DEMAND_ROW)))
                .isEqualTo(new Reading(
                        List.of(new Traffic(SEEN, FIVE, SEEN, "daydream", "gw-1", LIVE, 9, 6, 2, 33.5)), List.of()));
    }

    @Test
    void rowsOfAllPagesCountAndNoopStaysWhatItIs() {
        String noop = DEMAND_ROW.replace("studio-live", "noop");
        Reading reading = read(DEMAND, page(true, "c", DEMAND_ROW), page(noop));

        assertThat(reading.observations())
                .extracting(o -> ((Traffic) o).workload().modelId())
                .containsExactly("studio-live", "noop");
    }

    @Test
    void demandNobodyOffersIsThereAllTheSame() {
        assertThat(read(
                                DEMAND,
                                page(DEMAND_ROW.replace(
                                        "\"startup_success_sessions\": 6", "\"startup_success_sessions\": 0")))
                        .observations())
                .hasSize(1);
    }

    @Test
    void oneHourToldTwiceCountsOnce() {
        Reading reading = read(DEMAND, page(true, "c", DEMAND_ROW), page(DEMAND_ROW.replace("33.5", "40")));

        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("trafficRepeated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"requested_sessions\": 9|\"requested_sessions\": -9|figureInvalid|requested_sessions",
                "\"requested_sessions\": 9|\"requested_sessions\": 9.5|figureInvalid|requested_sessions",
                "\"requested_sessions\": 9|\"requested_sessions\": 1000000000001|figureInvalid|requested_sessions",
                "\"requested_sessions\": 9|\"requested_sessions\": null|figureInvalid|requested_sessions",
                "\"requested_sessions\": 9|\"asked\": 9|figureInvalid|requested_sessions",
                "33.5|\"NaN\"|figureInvalid|total_minutes",
                "33.5|-1|figureInvalid|total_minutes",
                "2026-11-23T05:00:00Z|1732341600|timeInvalid|window_start",
                "\"window_start\"|\"hour\"|timeInvalid|window_start",
                "\"studio-live\"|\"\"|modelIdInvalid|model_id",
                "\"live-video-to-video\"|\"\"|pipelineMissing|pipeline_id",
                "\"live-video-to-video\"|null|pipelineMissing|pipeline_id"
            })
    void anUnsoundRowIsLeftOutAndTheOthersStay(String sound, String bad, String kind, String field) {
        Reading reading = read(DEMAND, page(DEMAND_ROW.replace(sound, bad), DEMAND_ROW));

        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple(kind, "streaming/demand.data[0]." + field));
    }

    @Test
    void whatIsNoPipelineOfOursIsLeftOutQuietly() {
        String brought = DEMAND_ROW.replace("live-video-to-video", "openai-chat-completions");

        assertThat(read(DEMAND, page(brought))).isEqualTo(new Reading(List.of(), List.of()));
    }

    @Test
    void aPartThatIsMoreThanItsWholeIsCutToIt() {
        Reading reading = read(DEMAND, page(DEMAND_ROW.replace("\"no_orch_sessions\": 2", "\"no_orch_sessions\": 10")));

        assertThat(reading.observations())
                .containsExactly(new Traffic(SEEN, FIVE, SEEN, "daydream", "gw-1", LIVE, 9, 6, 9, 33.5));
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("figuresDisagree");
    }

    @Test
    void jobsAreCountedByTheHourTheyEndedIn() {
        String failed = JOB.replace("\"r1\"", "\"r2\"").replace("\"success\": true", "\"success\": false");
        String unmet = failed.replace("\"r2\"", "\"r3\"").replace("\"selected\"", "\"no_orch\"");
        String later = JOB.replace("\"r1\"", "\"r4\"").replace("04:59:59.999Z", "05:00:00Z");
        String elsewhere = JOB.replace("\"r1\"", "\"r5\"").replace("gw-2", "gw-1");

        assertThat(read(JOBS, page(true, "c", later, unmet), page(failed, JOB, elsewhere)))
                .isEqualTo(new Reading(
                        List.of(
                                new Traffic(SEEN, FOUR, FIVE, "cloudspe", "gw-1", BATCH, 1, 1, 0, 1.5),
                                new Traffic(SEEN, FOUR, FIVE, "cloudspe", "gw-2", BATCH, 3, 1, 1, 4.5),
                                new Traffic(SEEN, FIVE, SEEN, "cloudspe", "gw-2", BATCH, 1, 1, 0, 1.5)),
                        List.of()));
    }

    @Test
    void jobsAreCountedByTheNodeThatTookThemToo() {
        String first = JOB.replace("\"orch_url\": \"\"", "\"orch_url\": \"https://o2.example:8935\"");
        String failed = first.replace("\"r1\"", "\"r2\"").replace("\"success\": true", "\"success\": false");
        String elsewhere = first.replace("\"r1\"", "\"r3\"").replace("o2.example", "o1.example");
        String nowhere = JOB.replace("\"r1\"", "\"r4\"").replace("\"selected\"", "\"no_orch\"");

        assertThat(read(JOBS, page(first, failed, elsewhere, nowhere)).observations())
                .filteredOn(JobsServed.class::isInstance)
                .containsExactly(
                        new JobsServed(SEEN, FOUR, FIVE, "https://o1.example:8935", BATCH, 1, 1),
                        new JobsServed(SEEN, FOUR, FIVE, "https://o2.example:8935", BATCH, 2, 1));
    }

    @Test
    void oneJobOnTwoPagesCountsOnce() {
        Reading reading = read(JOBS, page(true, "c", JOB), page(JOB));

        assertThat(reading.observations())
                .containsExactly(new Traffic(SEEN, FOUR, FIVE, "cloudspe", "gw-2", BATCH, 1, 1, 0, 1.5));
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("jobRepeated", "requests/ai-batch/jobs.data[0].request_id"));
    }

    @Test
    void jobsWithoutAnIdAllCount() {
        String nameless = JOB.replace("\"r1\"", "\"\"");

        assertThat(read(JOBS, page(nameless, nameless)).observations())
                .containsExactly(new Traffic(SEEN, FOUR, FIVE, "cloudspe", "gw-2", BATCH, 2, 2, 0, 3));
    }

    @Test
    void twoGatewaysMayGiveTwoJobsOneId() {
        assertThat(read(JOBS, page(JOB, JOB.replace("gw-2", "gw-3"))).observations())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"duration_ms\": 0,", "\"duration_ms\": null,", "''"})
    void aJobThatDoesNotTellItsDurationCountsAndItsMinutesDoNot(String duration) {
        String untold = JOB.replace("\"r1\"", "\"r2\"").replace("\"duration_ms\": 90000,", duration);

        assertThat(read(JOBS, page(JOB, untold)))
                .isEqualTo(new Reading(
                        List.of(new Traffic(SEEN, FOUR, FIVE, "cloudspe", "gw-2", BATCH, 2, 2, 0, 1.5)), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "90000|-5|figureInvalid|duration_ms",
                "90000|\"soon\"|figureInvalid|duration_ms",
                "2026-11-23T04:59:59.999Z|yesterday|timeInvalid|completed_at",
                "\"painter/XL\"|\"\"|modelIdInvalid|model_id"
            })
    void anUnsoundJobIsLeftOut(String sound, String bad, String kind, String field) {
        Reading reading = read(JOBS, page(JOB.replace(sound, bad)));

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple(kind, "requests/ai-batch/jobs.data[0]." + field));
    }

    @Test
    void anEmptyListIsNoDemandAndNoFault() {
        assertThat(read(DEMAND, page())).isEqualTo(new Reading(List.of(), List.of()));
        assertThat(read(DEMAND, page().replace("[]", "null"))).isEqualTo(new Reading(List.of(), List.of()));
        assertThat(read(JOBS, list())).isEqualTo(new Reading(List.of(), List.of()));
    }
}
