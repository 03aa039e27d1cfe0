package org.warmplan.collect.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.TestScore;
import org.warmplan.domain.TestedWorkload;
import org.warmplan.domain.Workload;

final class ExplorerLeaderboardSourceTest {
    private static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");
    private static final String ONE = "0x" + "1".repeat(40);
    private static final String TWO = "0x" + "2".repeat(40);
    private static final Workload PAINTER = new Workload(Pipeline.TEXT_TO_IMAGE, "acme/painter");
    private static final String PAGE = "https://explorer.example/leaderboard";
    private static final String PIPELINES = "https://explorer.example/api/pipelines";
    private static final String SCORE = "https://explorer.example/api/score";
    private static final String PAINTER_SCORE = SCORE + "?pipeline=Text%20to%20image&model=acme%2Fpainter";

    @Test
    void readsTranscodingScoresFromPercents() {
        assertThat(read(part(PAGE, page(ONE)), part(SCORE, score(ONE, "FRA", "100", "80.5", "90.25"))))
                .isEqualTo(new Reading(List.of(seen(ONE, null, "FRA", 1, 0.805, 0.9025)), List.of()));
    }

    @Test
    void readsScoresOfTheWorkloadInTheAddress() {
        assertThat(read(part(PAINTER_SCORE, score(ONE, "GLOBAL", "50", "25", "12.5"))))
                .isEqualTo(new Reading(List.of(seen(ONE, PAINTER, "GLOBAL", 0.5, 0.25, 0.125)), List.of()));
    }

    @Test
    void readsWhatIsTested() {
        assertThat(read(part(PIPELINES, """
                        {"pipelines": [{"id": "Text to image", "models": ["acme/painter"], "regions": ["LAX", "FRA"]}]}""")).observations())
                .containsExactly(new TestedWorkload(SEEN, PAINTER, List.of("FRA", "LAX")));
    }

    @Test
    void dropsTheZerosOfRegionsThatAnOrchestratorLacks() {
        Reading reading = read(part(SCORE, """
                {"%s": {"pricePerPixel": 1,
                  "successRates": {"FRA": 100, "LAX": 0, "GLOBAL": 100},
                  "roundTripScores": {"FRA": 50, "LAX": 0, "GLOBAL": 50},
                  "scores": {"FRA": 75, "LAX": 0, "GLOBAL": 75}}}""".formatted(ONE)));

        assertThat(reading.observations())
                .containsExactly(seen(ONE, null, "FRA", 1, 0.5, 0.75), seen(ONE, null, "GLOBAL", 1, 0.5, 0.75));
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void keepsARegionWithAnythingAboveZero() {
        assertThat(read(part(SCORE, score(ONE, "LAX", "0", "40", "0"))).observations())
                .containsExactly(seen(ONE, null, "LAX", 0, 0.4, 0));
    }

    @Test
    void keepsAGlobalZeroAsItIsTrue() {
        assertThat(read(part(SCORE, score(ONE, "GLOBAL", "0", "0", "0"))).observations())
                .containsExactly(seen(ONE, null, "GLOBAL", 0, 0, 0));
    }

    @Test
    void takesNoNoticeOfAWholeObjectForAPrice() {
        Reading reading = read(part(
                SCORE,
                score(ONE, "FRA", "100", "100", "100")
                        .replace("\"pricePerPixel\": 0", "\"pricePerPixel\": {\"Address\": \"x\", \"Active\": true}")));

        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void takesAPercentOfRoundingAboveAHundredForAHundred() {
        assertThat(read(part(SCORE, score(ONE, "GLOBAL", "100.00000000000001", "100", "100")))
                        .observations())
                .containsExactly(seen(ONE, null, "GLOBAL", 1, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"101", "-1", "null", "'\"many\"'", "[1]"})
    void leavesOutARegionWithABadFigure(String bad) {
        Reading reading = read(part(SCORE, score(ONE, "FRA", "100", bad, "100")));

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("scoreInvalid", ONE + ".roundTripScores.FRA"));
    }

    @Test
    void readsTheSmallLettersOfEarlierExplorers() {
        assertThat(read(part(SCORE, score(ONE, "global", "0", "0", "0"))).observations())
                .containsExactly(seen(ONE, null, "GLOBAL", 0, 0, 0));
    }

    @Test
    void keepsWhoIsRatedAndNotOnThePage() {
        Reading reading = read(part(PAGE, page(ONE)), part(SCORE, score(TWO, "FRA", "100", "100", "100")));

        assertThat(reading.observations()).containsExactly(seen(TWO, null, "FRA", 1, 1, 1));
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void countsWhatIsNoOrchestrator() {
        Reading reading = read(
                part(PAGE, page(ONE).replace("[{", "[{\"id\": \"0x1\"}, 3, {")),
                part(
                        SCORE,
                        "{\"nobody\": {}, "
                                + score(ONE, "FRA", "100", "100", "100").substring(1)));

        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(
                        tuple("fieldInvalid", "props.pageProps.orchestratorIds[1]"),
                        tuple("addressInvalid", "props.pageProps.orchestratorIds[0].id"),
                        tuple("addressInvalid", "nobody"));
    }

    @Test
    void takesNoScoresForASoundAnswer() {
        Reading reading = read(part(PAGE, page(ONE)), part(SCORE, "{}"));

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("nothingTested");
    }

    @ParameterizedTest
    @CsvSource({"score.json, workloadUnknown", SCORE + "?model=a, workloadUnknown"})
    void leavesOutScoresOfAnUnknownWorkload(String url, String kind) {
        Reading reading = read(part(url, score(ONE, "FRA", "100", "100", "100")));

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly(kind);
    }

    @Test
    void skipsScoresOfAPipelineThatIsNotOurs() {
        Reading reading = read(part(SCORE + "?pipeline=byoc&model=own", score(ONE, "FRA", "100", "100", "100")));

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::value)
                .containsExactly(tuple("pipelineUnknown", "byoc"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"null|holds null", "{\"error\": \"down\"}|answers an error: down", "[|is no sound JSON"})
    void losesOnlyThePartThatCannotBeRead(String body, String problem) {
        Reading reading = read(
                part(PAGE, page(ONE)), part(SCORE, body), part(PAINTER_SCORE, score(ONE, "FRA", "100", "100", "100")));

        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("partUnreadable", SCORE));
        assertThat(reading.issues().get(0).value()).contains(problem);
    }

    @Test
    void saysThatAPageIsAShell() {
        assertThatThrownBy(() -> read(part(PAGE, "<html><body><div id=\"root\"></div></body></html>")))
                .isInstanceOf(InputException.class)
                .hasMessage(PAGE + " holds no script#__NEXT_DATA__: it is a shell that a browser fills."
                        + " Maybe another page was meant.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"hadError\": true, \"orchestratorIds\": []}|says that it could not load its orchestrators",
                "{\"orchestratorIds\": null}|says that it could not load its orchestrators",
                "{\"orchestratorIds\": {}}|lists no orchestrators",
                "{\"orchestratorIds\": []}|names no orchestrator that can be read"
            })
    void refusesAPageThatNamesNobody(String props, String problem) {
        assertThatThrownBy(() -> read(part(
                        PAGE, "<script id=\"__NEXT_DATA__\">{\"props\": {\"pageProps\": " + props + "}}</script>")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(PAGE + " " + problem)
                .hasMessageContaining("Maybe ");
    }

    @Test
    void refusesAPageAloneAsItRatesNobody() {
        assertThatThrownBy(() -> read(part(PAGE, page(ONE))))
                .isInstanceOf(InputException.class)
                .hasMessage(PAGE + " came without any answer about scores."
                        + " Maybe what the explorer asks is down; collect again later.");
    }

    @Test
    void readsThePagesDataFile() {
        assertThat(read(
                                part(
                                        "leaderboard.json",
                                        "{\"pageProps\": {\"orchestratorIds\": [{\"id\": \"" + ONE + "\"}]}}"),
                                part(SCORE, "{}"))
                        .issues())
                .extracting(DataIssue::kind)
                .containsExactly("nothingTested");
    }

    static String page(String address) {
        return "<!DOCTYPE html><html><body><div id=\"__next\"></div><script id=\"__NEXT_DATA__\""
                + " type=\"application/json\">{\"props\": {\"pageProps\": {\"orchestratorIds\": [{\"id\": \"" + address
                + "\"}]}}}</script></body></html>";
    }

    static String score(String address, String region, String success, String speed, String score) {
        return ("{'%s': {'pricePerPixel': 0, 'successRates': {'%s': %s}, 'roundTripScores': {'%s': %s},"
                        + " 'scores': {'%s': %s}}}")
                .replace('\'', '"')
                .formatted(address, region, success, region, speed, region, score);
    }

    private static TestScore seen(
            String address, @Nullable Workload workload, String region, double success, double speed, double score) {
        return new TestScore(SEEN, new Address(address), workload, region, success, speed, score);
    }

    private static Snapshot.Part part(String url, String body) {
        return new Snapshot.Part(url, 200, null, null, null, SEEN, "0", body, null);
    }

    private static Reading read(Snapshot.Part... parts) {
        return new ExplorerLeaderboardSource()
                .read(new Snapshot("explorer", "explorer-leaderboard", SEEN, Arrays.asList(parts)));
    }
}
