package org.warmplan.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.Traffic;

/** What is asked of NaaP, and what becomes of what fails. */
final class NaapVisitTest {
    private static final String WEEK = "start=2026-11-16T06:00:00Z&end=2026-11-23T07:00:00Z&limit=1000";
    private static final String DEMAND = "/v1/streaming/demand?" + WEEK;
    private static final String JOBS = "/v1/requests/ai-batch/jobs?" + WEEK;
    /** As opaque as can be: whatever it holds has to come back as it was. */
    private static final String CURSOR = "YWJj+/=|&?#% ü";

    private static final Map<String, String> BARE = Map.of(
            "/v1/dashboard/pipelines?window=7d&limit=20",
            "{\"streaming\": [], \"requests\": {\"by_pipeline\": null, \"by_capability\": null}}",
            "/v1/streaming/models",
            "[]",
            "/v1/requests/models",
            "[]",
            "/v1/dashboard/pricing",
            "null",
            "/v1/dashboard/orchestrators?window=7d",
            "[]");

    private static @Nullable String answer(String target) {
        return switch (target) {
            case DEMAND -> page("first", CURSOR);
            case DEMAND + "&cursor=" + CURSOR -> page("second", "c2");
            case DEMAND + "&cursor=c2" -> page("third", "");
            case JOBS -> "{\"data\": [], \"pagination\": {\"next_cursor\": \"\", \"has_more\": false}}";
            default -> BARE.get(target);
        };
    }

    private static String page(String model, String cursor) {
        return "{\"data\": [{\"window_start\": \"2026-11-23T05:00:00Z\", \"org\": \"o\", \"gateway\": \"g\","
                + " \"pipeline_id\": \"live-video-to-video\", \"model_id\": \"" + model
                + "\", \"requested_sessions\": 1,"
                + " \"startup_success_sessions\": 1, \"total_minutes\": 1, \"no_orch_sessions\": 0}],"
                + " \"pagination\": {\"next_cursor\": \"" + cursor + "\", \"has_more\": " + !cursor.isEmpty() + "}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1", "/v1/"})
    void asksForWholeHoursOfAWeekAndForAllPages(String path) throws IOException {
        try (ServicePlay naap = new ServicePlay(NaapVisitTest::answer)) {
            Outcome outcome = naap.collect("naap", naap.url() + path);

            assertThat(naap.asked())
                    .containsExactly(
                            "/v1/dashboard/pipelines?window=7d&limit=20",
                            DEMAND,
                            DEMAND + "&cursor=" + CURSOR,
                            DEMAND + "&cursor=c2",
                            "/v1/streaming/models",
                            "/v1/requests/models",
                            JOBS,
                            "/v1/dashboard/pricing",
                            "/v1/dashboard/orchestrators?window=7d");
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Collected.class,
                            it -> assertThat(it.reading().issues()).isEmpty());
            assertThat(models(outcome)).containsExactly("first", "second", "third");
        }
    }

    @Test
    void asksOnlyForWhatMayHaveChangedSinceTheLastSnapshot() throws IOException {
        try (ServicePlay naap = new ServicePlay(NaapVisitTest::answer)) {
            naap.collect("naap", naap.url(), told(Duration.ofMinutes(90), DEMAND));

            assertThat(naap.asked())
                    .contains("/v1/streaming/demand?start=2026-11-22T22:00:00Z&end=2026-11-23T07:00:00Z&limit=1000");
        }
    }

    @Test
    void asksWhatWasDownForAllThatItDidNotTell() throws IOException {
        try (ServicePlay naap = new ServicePlay(NaapVisitTest::answer)) {
            naap.collect(
                    "naap",
                    naap.url(),
                    told(Duration.ofDays(3), DEMAND),
                    told(Duration.ofHours(2), "/v1/streaming/models"),
                    told(Duration.ofHours(1), "/v1/streaming/models"));

            assertThat(naap.asked())
                    .contains(
                            "/v1/streaming/demand?start=2026-11-20T00:00:00Z&end=2026-11-23T07:00:00Z&limit=1000",
                            JOBS);
        }
    }

    private static Snapshot told(Duration ago, String target) {
        Instant at = ServicePlay.AT.minus(ago);
        return new Snapshot(
                "it",
                "naap",
                at,
                List.of(new Snapshot.Part(
                        "https://naap.example" + target, 200, null, null, null, at, "0", "[]", null)));
    }

    @Test
    void aListWithAPageMissingIsLeftOutAndTheOthersStay() throws IOException {
        Function<String, String> cut = target -> target.endsWith("cursor=c2") ? null : answer(target);
        assertDemandFailed(cut, "answered 404");
    }

    @Test
    void aListThatComesBackToItselfIsLeftOut() throws IOException {
        Function<String, String> round =
                target -> target.endsWith("cursor=c2") ? page("third", CURSOR) : answer(target);
        assertDemandFailed(round, "leads back to a page it came from");
    }

    @Test
    void aListThatGoesOnWithoutACursorIsLeftOut() throws IOException {
        Function<String, String> lost = target -> target.endsWith("cursor=c2")
                ? page("third", "").replace("\"has_more\": false", "\"has_more\": true")
                : answer(target);
        assertDemandFailed(lost, "says that more follows, but not where");
    }

    @Test
    void aPageThatIsAnErrorIsNoLastPage() throws IOException {
        Function<String, String> error = target ->
                target.endsWith("cursor=c2") ? "{\"title\": \"Bad Request\", \"status\": 400}" : answer(target);
        assertDemandFailed(error, "holds no page of a list");
    }

    private static void assertDemandFailed(Function<String, String> answers, String problem) throws IOException {
        try (ServicePlay naap = new ServicePlay(answers)) {
            assertThat(naap.collect("naap", naap.url())).isInstanceOfSatisfying(Outcome.Collected.class, it -> {
                assertThat(it.reading().issues()).singleElement().satisfies(issue -> {
                    assertThat(issue.kind()).isEqualTo("endpointFailed");
                    assertThat(issue.path()).contains("/v1/streaming/demand?start=");
                    assertThat(issue.message()).contains(problem);
                });
                assertThat(it.snapshot().parts())
                        .hasSize(6)
                        .noneMatch(part -> part.url().contains("demand"));
            });
        }
    }

    @Test
    void aServiceThatAnswersNothingIsAFailureWithItsReason() throws IOException {
        try (ServicePlay naap = new ServicePlay(target -> null)) {
            assertThat(naap.collect("naap", naap.url()))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            it -> assertThat(it.message())
                                    .contains("/v1/dashboard/pipelines?window=7d&limit=20 answered 404")
                                    .contains("Maybe"));
            assertThat(naap.asked()).hasSize(7);
        }
    }

    @Test
    void aServiceThatAnswersWithPagesForPeopleIsAFailure() throws IOException {
        try (ServicePlay naap = new ServicePlay(target -> "<html>welcome</html>")) {
            assertThat(naap.collect("naap", naap.url()))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            it -> assertThat(it.message()).contains("is HTML or XML, not JSON. Maybe"));
        }
    }

    @Test
    void answersWithoutARowAreNoSuccessInSilence() throws IOException {
        String empty = "{\"data\": [], \"pagination\": {\"next_cursor\": \"\", \"has_more\": false}}";
        try (ServicePlay naap =
                new ServicePlay(target -> target.contains("dashboard/pipelines") ? "{\"streaming\": []}" : empty)) {
            assertThat(naap.collect("naap", naap.url()))
                    .isInstanceOfSatisfying(
                            Outcome.Collected.class,
                            it -> assertThat(it.reading().issues())
                                    .extracting(DataIssue::kind)
                                    .containsExactly("nothingTold"));
        }
    }

    @Test
    void oneEndpointIsEnough() throws IOException {
        try (ServicePlay naap = new ServicePlay(target -> target.equals("/v1/dashboard/pricing") ? "null" : null)) {
            assertThat(naap.collect("naap", naap.url()))
                    .isInstanceOfSatisfying(
                            Outcome.Collected.class,
                            it -> assertThat(it.reading().issues())
                                    .extracting(
                                            DataIssue::kind,
                                            issue -> issue.path().contains("pricing"))
                                    .hasSize(6)
                                    .containsOnly(tuple("endpointFailed", false)));
        }
    }

    private static List<String> models(Outcome outcome) {
        return ((Outcome.Collected) outcome)
                .reading().observations().stream()
                        .map(o -> ((Traffic) o).workload().modelId())
                        .toList();
    }
}
