package org.warmplan.collect.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.collect.Outcome;
import org.warmplan.collect.PlayedService;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.TestRun;
import org.warmplan.domain.TestScore;
import org.warmplan.domain.TestedWorkload;

/** What is asked of a leaderboard, and what is left when some of it fails. */
final class LeaderboardVisitTest {
    private static final String ONE = "0x" + "1".repeat(40);
    /** A week before the collection, at the full hour. */
    private static final long WEEK = Instant.parse("2026-11-16T06:00:00Z").getEpochSecond();

    private static final String PIPELINES = "/api/pipelines?since=" + WEEK;
    private static final String PAINTER =
            "/api/aggregated_stats?pipeline=Text%20to%20image&model=acme%2Fpainter&since=" + WEEK;
    private static final String TALKER = "/api/aggregated_stats?pipeline=Llm&model=talker&since=" + WEEK;
    private static final String RAW = "/api/raw_stats?orchestrator=" + ONE + "&job_type=ai&since=" + WEEK;
    private static final String SCORES =
            "{\"" + ONE + "\": {\"FRA\": {\"success_rate\": 1, \"round_trip_score\": 1, \"score\": 1}}}";

    private PlayedService service;

    @BeforeEach
    void play() throws IOException {
        service = new PlayedService()
                .answer(PIPELINES, """
                        {"pipelines": [{"id": "Text to image", "models": ["acme/painter"], "regions": ["FRA"]},
                          {"id": "Llm", "models": ["talker"], "regions": ["FRA"]}]}""")
                .answer("/api/regions", "{\"regions\": [{\"id\": \"FRA\", \"type\": \"ai\"}]}")
                .answer(PAINTER, SCORES)
                .answer(TALKER, SCORES)
                .answer(
                        RAW,
                        "{\"FRA\": [{\"orchestrator\": \"" + ONE + "\", \"pipeline\": \"Llm\", \"model\": \"talker\","
                                + " \"timestamp\": " + WEEK + ", \"success_rate\": 1, \"round_trip_time\": 2}]}");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/api/"})
    void asksForAWeekOfEveryWorkloadAndOfWhoIsRated(String base) {
        Outcome.Collected collected = collected(service.collect("leaderboard", base));

        assertThat(service.asked()).containsExactly(PIPELINES, "/api/regions", PAINTER, TALKER, RAW);
        assertThat(collected.reading().observations())
                .<Class<?>>extracting(Object::getClass)
                .containsExactly(
                        TestedWorkload.class, TestedWorkload.class, TestScore.class, TestScore.class, TestRun.class);
        assertThat(collected.reading().issues()).isEmpty();
    }

    @Test
    void asksForTestsSinceShortlyBeforeTheLastAnswer() {
        service.collect("leaderboard", "/", told(RAW));

        assertThat(service.asked())
                .contains(PIPELINES, PAINTER)
                .last()
                .isEqualTo(RAW.replace(
                        String.valueOf(WEEK),
                        String.valueOf(Instant.parse("2026-11-21T00:00:00Z").getEpochSecond())));
    }

    @Test
    void asksForAWeekOfTestsOfWhomItHasNotHeard() {
        service.collect("leaderboard", "/", told(RAW.replace("orchestrator=0x", "orchestrator=0xf")));

        assertThat(service.asked()).last().isEqualTo(RAW);
    }

    private static Snapshot told(String target) {
        Instant at = PlayedService.AT.minus(Duration.ofDays(2));
        return new Snapshot(
                "played",
                "leaderboard",
                at,
                List.of(new Snapshot.Part("https://lb.example" + target, 200, null, null, null, at, "0", "{}", null)));
    }

    static List<String> optional() {
        return List.of("/api/regions", TALKER, RAW);
    }

    @ParameterizedTest
    @MethodSource("optional")
    void losesOnlyTheEndpointThatFails(String target) {
        service.fail(target, 500, "down");
        Outcome.Collected collected = collected(service.collect("leaderboard", "/"));

        assertThat(collected.snapshot().parts()).hasSize(4);
        assertThat(collected.reading().issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("endpointFailed", service.url(target)));
    }

    @Test
    void keepsTheOthersWhenOneAnswersAnError() {
        service.fail(TALKER, 400, "{\"error\": \"model required\"}");
        Outcome.Collected collected = collected(service.collect("leaderboard", "/"));

        assertThat(collected.reading().observations()).hasSize(4);
        assertThat(collected.reading().issues()).extracting(DataIssue::kind).containsExactly("endpointFailed");
    }

    @Test
    void failsWithoutThePipelines() {
        service.fail(PIPELINES, 500, "down");

        assertThat(service.collect("leaderboard", "/"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.message())
                                .contains("/api/pipelines")
                                .contains("answered 500")
                                .contains("Maybe "));
        assertThat(service.asked()).containsExactly(PIPELINES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>hello</html>", "{\"error\": \"no\"}", "{\"orchestrators\": []}"})
    void failsWhereSomethingElseAnswersForThePipelines(String body) {
        service.answer(PIPELINES, body);

        assertThat(service.collect("leaderboard", "/")).isInstanceOf(Outcome.Failed.class);
        assertThat(service.asked()).containsExactly(PIPELINES);
    }

    @Test
    void isNoFailureWhenNothingIsTested() {
        service.answer(PIPELINES, "{\"pipelines\": null}");
        Outcome.Collected collected = collected(service.collect("leaderboard", "/"));

        assertThat(collected.reading().observations()).isEmpty();
        assertThat(collected.reading().issues()).extracting(DataIssue::kind).containsExactly("nothingTested");
    }

    @Test
    void stopsAskingAtAMostOfWorkloadsAndOrchestrators() {
        String models = IntStream.range(0, 101).mapToObj(i -> "\"m" + i + "\"").collect(Collectors.joining(", "));
        service.answer(PIPELINES, "{\"pipelines\": [{\"id\": \"Upscale\", \"models\": [" + models + "]}]}");
        String many = IntStream.range(0, 61)
                .mapToObj(i -> "\"0x%040x\": {\"FRA\": {\"success_rate\": 1, \"round_trip_score\": 1, \"score\": 1}}"
                        .formatted(i))
                .collect(Collectors.joining(", ", "{", "}"));
        IntStream.range(0, 101)
                .forEach(i -> service.answer(
                        "/api/aggregated_stats?pipeline=Upscale&model=m" + i + "&since=" + WEEK, i == 0 ? many : "{}"));
        IntStream.range(0, 61)
                .forEach(i -> service.answer(
                        "/api/raw_stats?orchestrator=0x%040x&job_type=ai&since=%d".formatted(i, WEEK), "{}"));
        Outcome.Collected collected = collected(service.collect("leaderboard", "/"));

        assertThat(service.asked()).hasSize(2 + 100 + 60);
        assertThat(collected.reading().issues())
                .extracting(DataIssue::kind, DataIssue::value)
                .contains(tuple("workloadsUnasked", "1"), tuple("orchestratorsUnasked", "1"));
    }

    private static Outcome.Collected collected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Collected.class);
        return (Outcome.Collected) outcome;
    }
}
