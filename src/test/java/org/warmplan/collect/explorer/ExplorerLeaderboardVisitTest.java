package org.warmplan.collect.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.collect.Outcome;
import org.warmplan.collect.PlayedService;
import org.warmplan.domain.DataIssue;

/** What is asked of an explorer for its leaderboard, and what is left when some of it fails. */
final class ExplorerLeaderboardVisitTest {
    private static final String KIND = "explorer-leaderboard";
    private static final String ONE = "0x" + "1".repeat(40);
    private static final String PAINTER = "/api/score?pipeline=Text%20to%20image&model=acme%2Fpainter";

    private PlayedService service;

    @BeforeEach
    void play() throws IOException {
        String score = ExplorerLeaderboardSourceTest.score(ONE, "FRA", "100", "100", "100");
        service = new PlayedService()
                .answer("/leaderboard", ExplorerLeaderboardSourceTest.page(ONE))
                .answer("/api/pipelines", """
                        {"pipelines": [{"id": "Text to image", "models": ["acme/painter"], "regions": ["FRA"]}]}""")
                .answer("/api/score", score)
                .answer(PAINTER, score);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/leaderboard", "/leaderboard/", "/"})
    void asksThePageAndThenForScores(String path) {
        Outcome.Collected collected = collected(service.collect(KIND, path));

        assertThat(service.asked()).containsExactly("/leaderboard", "/api/pipelines", "/api/score", PAINTER);
        assertThat(collected.reading().observations()).hasSize(3);
        assertThat(collected.reading().issues()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/score", PAINTER})
    void losesOnlyTheScoresThatFail(String target) {
        service.fail(target, 500, "null");
        Outcome.Collected collected = collected(service.collect(KIND, "/leaderboard"));

        assertThat(collected.reading().observations()).hasSize(2);
        assertThat(collected.reading().issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("endpointFailed", service.url(target)));
    }

    @Test
    void keepsTheTranscodingScoresWithoutThePipelines() {
        service.fail("/api/pipelines", 500, "");
        Outcome.Collected collected = collected(service.collect(KIND, "/leaderboard"));

        assertThat(service.asked()).containsExactly("/leaderboard", "/api/pipelines", "/api/score");
        assertThat(collected.reading().observations()).hasSize(1);
        assertThat(collected.reading().issues()).extracting(DataIssue::kind).containsExactly("endpointFailed");
    }

    @Test
    void keepsTheTranscodingScoresWhenThePipelinesCannotBeRead() {
        service.answer("/api/pipelines", "<html>busy</html>");
        Outcome.Collected collected = collected(service.collect(KIND, "/leaderboard"));

        assertThat(collected.reading().observations()).hasSize(1);
        assertThat(collected.reading().issues()).extracting(DataIssue::kind).containsExactly("partUnreadable");
    }

    @Test
    void failsWithoutThePage() {
        service.fail("/leaderboard", 500, "");

        assertThat(service.collect(KIND, "/leaderboard"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.message())
                                .contains("/leaderboard answered 500")
                                .contains("Maybe "));
        assertThat(service.asked()).containsExactly("/leaderboard");
    }

    @Test
    void asksNoMoreOfAShell() {
        service.answer("/leaderboard", "<div id=\"root\"></div>");

        assertThat(service.collect(KIND, "/leaderboard"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.message()).contains("a shell that a browser fills"));
        assertThat(service.asked()).containsExactly("/leaderboard");
    }

    @Test
    void failsWhenAllScoresFail() {
        service.fail("/api/pipelines", 500, "").fail("/api/score", 500, "");

        assertThat(service.collect(KIND, "/leaderboard"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.message()).contains("came without any answer about scores"));
    }

    @Test
    void stopsAskingAfterFortyWorkloads() {
        String models = IntStream.range(0, 42).mapToObj(i -> "\"m" + i + "\"").collect(Collectors.joining(", "));
        service.answer("/api/pipelines", "{\"pipelines\": [{\"id\": \"Upscale\", \"models\": [" + models + "]}]}");
        IntStream.range(0, 42).forEach(i -> service.answer("/api/score?pipeline=Upscale&model=m" + i, "{}"));
        Outcome.Collected collected = collected(service.collect(KIND, "/leaderboard"));

        assertThat(service.asked()).hasSize(3 + 40);
        assertThat(collected.reading().issues())
                .extracting(DataIssue::kind, DataIssue::value)
                .contains(tuple("workloadsUnasked", "2"));
    }

    private static Outcome.Collected collected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Collected.class);
        return (Outcome.Collected) outcome;
    }
}
