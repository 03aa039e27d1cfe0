package org.warmplan.collect.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.TestRun;
import org.warmplan.domain.TestScore;
import org.warmplan.domain.TestedWorkload;
import org.warmplan.domain.Workload;

final class LeaderboardSourceTest {
    private static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");
    private static final String ONE = "0x" + "1".repeat(40);
    private static final Workload PAINTER = new Workload(Pipeline.TEXT_TO_IMAGE, "acme/painter");
    private static final String PIPELINES = "https://board.example/api/pipelines?since=1794700800";
    private static final String REGIONS = "https://board.example/api/regions";
    private static final String AGGREGATED =
            "https://board.example/api/aggregated_stats?pipeline=Text%20to%20image&model=acme%2Fpainter&since=1794700800";
    private static final String RAW =
            "https://board.example/api/raw_stats?orchestrator=" + ONE + "&job_type=ai&since=1794700800";
    private static final String FRA = "{\"success_rate\": 1, \"round_trip_score\": 0.75, \"score\": 0.9125}";
    private static final String RUN = "{\"region\": \"FRA\", \"orchestrator\": \"" + ONE + "\", \"success_rate\": 0.5,"
            + " \"round_trip_time\": 7.25, \"errors\": [], \"timestamp\": 1795400000, \"model\": \"acme/painter\","
            + " \"model_is_warm\": true, \"pipeline\": \"Text to image\", \"input_parameters\": \"{}\"}";
    private static final TestRun SEEN_RUN =
            new TestRun(SEEN, Instant.ofEpochSecond(1795400000), new Address(ONE), PAINTER, "FRA", 0.5, 7.25, true);

    @Test
    void readsWhatIsTested() {
        assertThat(read(part(PIPELINES, """
                        {"pipelines": [{"id": "Upscale", "models": ["b"], "regions": ["LAX", "FRA"]},
                          {"id": "Llm", "models": ["z", "a"], "regions": null}]}""")))
                .isEqualTo(new Reading(
                        List.of(
                                new TestedWorkload(SEEN, new Workload(Pipeline.LLM, "a"), List.of()),
                                new TestedWorkload(SEEN, new Workload(Pipeline.LLM, "z"), List.of()),
                                new TestedWorkload(SEEN, new Workload(Pipeline.UPSCALE, "b"), List.of("FRA", "LAX"))),
                        List.of()));
    }

    @Test
    void readsScoresOfTheWorkloadInTheAddress() {
        assertThat(read(part(AGGREGATED, "{\"" + ONE + "\": {\"FRA\": " + FRA + "}}")))
                .isEqualTo(new Reading(
                        List.of(new TestScore(SEEN, new Address(ONE), PAINTER, "FRA", 1, 0.75, 0.9125)), List.of()));
    }

    @Test
    void readsTestRuns() {
        assertThat(read(part(RAW, "{\"FRA\": [" + RUN + "], \"LAX\": null}")))
                .isEqualTo(new Reading(List.of(SEEN_RUN), List.of()));
    }

    @Test
    void joinsAPipelineNamedByTwoSpellings() {
        Reading reading = read(part(PIPELINES, """
                {"pipelines": [{"id": "Text to image", "models": ["acme/painter"], "regions": ["FRA"]},
                  {"id": "text-to-image", "models": ["acme/painter"], "regions": ["lax"]}]}"""));

        assertThat(reading.observations()).containsExactly(new TestedWorkload(SEEN, PAINTER, List.of("FRA", "LAX")));
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void takesTheFirstScoreOfAWorkloadAskedForInTwoSpellings() {
        Reading reading = read(
                part(AGGREGATED, "{\"" + ONE + "\": {\"FRA\": " + FRA + "}}"),
                part(
                        AGGREGATED.replace("Text%20to%20image", "text-to-image"),
                        "{\"" + ONE + "\": {\"FRA\": " + FRA.replace("0.75", "0.5") + "}}"));

        assertThat(reading.observations())
                .containsExactly(new TestScore(SEEN, new Address(ONE), PAINTER, "FRA", 1, 0.75, 0.9125));
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("scoreRepeated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                PIPELINES + "|{}",
                PIPELINES + "|{\"pipelines\": null}",
                PIPELINES + "|{\"pipelines\": []}",
                AGGREGATED + "|{}",
                "saved.json|{}"
            })
    void takesNothingTestedForASoundAnswer(String url, String body) {
        Reading reading = read(part(url, body));

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::value)
                .containsExactly(tuple("nothingTested", url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.9125|91.5|score",
                "0.75|5.5|round_trip_score",
                "0.75|-0.1|round_trip_score",
                "\"success_rate\": 1|\"success_rate\": 1.5|success_rate",
                "\"success_rate\": 1|\"success_rate\": \"NaN\"|success_rate",
                "\"success_rate\": 1|\"other\": 1|success_rate"
            })
    void leavesOutAScoreBeyondOne(String sound, String bad, String field) {
        Reading reading = read(part(
                AGGREGATED, "{\"" + ONE + "\": {\"FRA\": " + FRA.replace(sound, bad) + ", \"LAX\": " + FRA + "}}"));

        assertThat(reading.observations())
                .extracting(score -> ((TestScore) score).region())
                .containsExactly("LAX");
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("scoreInvalid", ONE + ".FRA." + field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://board.example/api/aggregated_stats",
                "https://board.example/api/aggregated_stats?job_type=ai",
                "https://board.example/api/aggregated_stats?pipeline=Llm",
                "https://board.example/api/aggregated_stats?model=a",
                "saved.json"
            })
    void leavesOutScoresThatMixWorkloads(String url) {
        Reading reading = read(part(url, "{\"" + ONE + "\": {\"FRA\": " + FRA + "}}"));

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::value)
                .containsExactly(tuple("workloadUnknown", url));
    }

    @Test
    void skipsPipelinesThatAreNotOurs() {
        Reading reading = read(
                part(PIPELINES, "{\"pipelines\": [{\"id\": \"byoc\", \"models\": [\"own\"]}, {\"models\": [\"x\"]}]}"),
                part(AGGREGATED.replace("Text%20to%20image", "byoc"), "{\"" + ONE + "\": {\"FRA\": " + FRA + "}}"),
                part(RAW, "{\"FRA\": [" + RUN.replace("Text to image", "openai-chat") + "]}"));

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path, DataIssue::value)
                .containsExactly(
                        tuple("pipelineUnknown", "pipelines[0].id", "byoc"),
                        tuple("pipelineUnknown", "pipelines[1].id", ""),
                        tuple("pipelineUnknown", "", "byoc"),
                        tuple("pipelineUnknown", "FRA[0].pipeline", "openai-chat"));
    }

    @Test
    void takesAnAbsentWarmFlagForFalse() {
        assertThat(read(part(RAW, "{\"FRA\": [" + RUN.replace("\"model_is_warm\": true,", "") + "]}"))
                        .observations())
                .extracting(run -> ((TestRun) run).warm())
                .containsExactly(false);
    }

    @Test
    void passesOverTranscodingTests() {
        assertThat(read(part(
                        RAW,
                        "{\"FRA\": [" + RUN.replace("\"acme/painter\"", "\"\"").replace("Text to image", "") + "]}")))
                .isEqualTo(new Reading(List.of(), List.of()));
    }

    @Test
    void takesAFailedTestWithoutTimesForOneOfNoSeconds() {
        assertThat(read(part(
                                RAW,
                                "{\"FRA\": ["
                                        + RUN.replace("\"success_rate\": 0.5, \"round_trip_time\": 7.25,", "")
                                        + "]}"))
                        .observations())
                .extracting(run -> ((TestRun) run).successRate(), run -> ((TestRun) run).seconds())
                .containsExactly(tuple(0.0, 0.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1795400000|1795400000123|timeInvalid|timestamp",
                "1795400000|\"soon\"|timeInvalid|timestamp",
                "1795400000|null|timeInvalid|timestamp",
                "1795400000|1795500001|timeInvalid|timestamp",
                "7.25|-7.25|runInvalid|round_trip_time",
                "7.25|86401|runInvalid|round_trip_time",
                "7.25|null|runInvalid|round_trip_time",
                "0.5|50|scoreInvalid|success_rate",
                "0x1|0y1|addressInvalid|orchestrator",
                "acme/painter| |modelIdInvalid|model"
            })
    void leavesOutATestWithABadField(String sound, String bad, String kind, String field) {
        String rows = RUN.replace(sound, bad == null ? " " : bad) + ", " + RUN;
        Reading reading = read(part(RAW, "{\"FRA\": [" + rows + "]}"));

        assertThat(reading.observations()).containsExactly(SEEN_RUN);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple(kind, "FRA[0]." + field));
    }

    @Test
    void knowsFromTheAddressWhomATestWasOf() {
        assertThat(read(part(RAW, "{\"FRA\": [" + RUN.replace("\"orchestrator\"", "\"other\"") + "]}"))
                        .observations())
                .containsExactly(SEEN_RUN);
    }

    @Test
    void keepsOneOfTwoEqualTests() {
        assertThat(read(part(RAW, "{\"FRA\": [" + RUN + "]}"), part(RAW, "{\"FRA\": [" + RUN + "]}"))
                        .observations())
                .containsExactly(SEEN_RUN);
    }

    @Test
    void tellsSavedAnswersApartByTheirShape() {
        Reading reading = read(
                part("a.json", "{\"FRA\": [" + RUN + "]}"),
                part("b.json", "{\"pipelines\": [{\"id\": \"text-to-image\", \"models\": [\"acme/painter\"]}]}"),
                part("c.json", "{\"regions\": [{\"id\": \"FRA\", \"type\": \"ai\"}]}"));

        assertThat(reading)
                .isEqualTo(new Reading(List.of(new TestedWorkload(SEEN, PAINTER, List.of()), SEEN_RUN), List.of()));
    }

    @Test
    void keepsAndCountsRegionsThatAreNotListedForAi() {
        Reading reading = read(
                part(REGIONS, """
                        {"regions": [{"id": "LAX", "name": "Los Angeles", "type": "ai"},
                          {"id": "FRA", "name": "Frankfurt", "type": "transcoding"}]}"""),
                part(RAW, "{\"FRA\": [" + RUN + "]}"),
                part(AGGREGATED, "{\"" + ONE + "\": {\"LAX\": " + FRA + ", \"FRA\": " + FRA + "}}"));

        assertThat(reading.observations()).hasSize(3);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::value)
                .containsExactly(tuple("regionUnlisted", "FRA"));
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "F R A, F R A", "'<b>', <b>"})
    void leavesOutARegionThatIsNone(String region, String shown) {
        Reading reading = read(part(AGGREGATED, "{\"" + ONE + "\": {\"" + region + "\": " + FRA + "}}"));

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::value)
                .containsExactly(tuple("regionInvalid", shown));
    }

    @Test
    void leavesOutWhoHasNoAddress() {
        Reading reading =
                read(part(AGGREGATED, "{\"nobody\": {\"FRA\": " + FRA + "}, \"" + ONE + "\": {\"FRA\": " + FRA + "}}"));

        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::value)
                .containsExactly(tuple("addressInvalid", "nobody"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>busy</html>|is HTML or XML, not JSON",
                "{\"error\": \"model required\"}|answers an error: model required",
                "null|holds null, not an object",
                "[]|holds something else, not an object"
            })
    void losesOnlyThePartThatCannotBeRead(String body, String problem) {
        Reading reading = read(part(AGGREGATED, body), part(RAW, "{\"FRA\": [" + RUN + "]}"));

        assertThat(reading.observations()).containsExactly(SEEN_RUN);
        assertThat(reading.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo("partUnreadable");
            assertThat(issue.path()).isEqualTo(AGGREGATED);
            assertThat(issue.value()).isNotEmpty();
        });
        assertThatThrownBy(() -> read(part(AGGREGATED, body)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(AGGREGATED + " " + problem)
                .hasMessageContaining("Maybe ");
    }

    @Test
    void losesOnlyThePartWithAnotherStatus() {
        Snapshot.Part failed =
                new Snapshot.Part(AGGREGATED, 400, null, null, null, SEEN, "0", "{\"error\":\"model required\"}", null);

        assertThat(read(failed, part(RAW, "{\"FRA\": [" + RUN + "]}")).observations())
                .containsExactly(SEEN_RUN);
        assertThatThrownBy(() -> read(failed)).isInstanceOf(InputException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                PIPELINES + "|{\"orchestrators\": []}|lists no pipelines",
                "saved.json|{\"orchestrators\": 3}|is no answer of a leaderboard"
            })
    void refusesTheAnswersOfAnotherService(String url, String body, String problem) {
        assertThatThrownBy(() -> read(part(url, body)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(url + " " + problem)
                .hasMessageContaining("Maybe ");
    }

    private static Snapshot.Part part(String url, String body) {
        return new Snapshot.Part(url, 200, "application/json", null, null, SEEN, "0", body, null);
    }

    private static Reading read(Snapshot.Part... parts) {
        return new LeaderboardSource().read(new Snapshot("board", "leaderboard", SEEN, Arrays.asList(parts)));
    }
}
