package org.warmplan.collect.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Earnings;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.StakeSeen;

final class ExplorerOrchestratorsSourceTest {
    private static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");
    private static final String ONE = "0x" + "1".repeat(40);
    private static final String ROW = "{\"id\": \"" + ONE + "\", \"totalStake\": \"1234.5\","
            + " \"thirtyDayVolumeETH\": \"0.25\", \"ninetyDayVolumeETH\": \"1\"}";
    private static final List<Observation> SEEN_ROW = List.of(
            new StakeSeen(SEEN, new Address(ONE), new BigDecimal("1234.5"), true), earned(90, "1"), earned(30, "0.25"));

    private static Earnings earned(int days, String eth) {
        return new Earnings(
                SEEN,
                new Address(ONE),
                SEEN.minus(Duration.ofDays(days)),
                SEEN,
                Earnings.Jobs.ALL,
                new BigDecimal(eth),
                null);
    }

    @Test
    void readsStakeFromThePage() {
        assertThat(read(page(props(ROW)))).isEqualTo(new Reading(SEEN_ROW, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"pageProps\": %s, \"__N_SSG\": true}", " {\"props\": {\"pageProps\": %s}}"})
    void readsStakeFromThePagesData(String form) {
        assertThat(read(form.formatted(props(ROW))).observations()).isEqualTo(SEEN_ROW);
    }

    @Test
    void takesNumbersForDecimalText() {
        assertThat(read(page(props(ROW.replace("\"1234.5\"", "1234.5")))).observations())
                .isEqualTo(SEEN_ROW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1234.5\"|\"-1\"|amountInvalid|totalStake",
                "\"1234.5\"|\"\"|amountInvalid|totalStake",
                "\"1234.5\"|null|amountInvalid|totalStake",
                "\"1234.5\"|\"1E999999999\"|amountInvalid|totalStake",
                "\"1234.5\"|\"many\"|amountInvalid|totalStake",
                "0x1111|0y1111|addressInvalid|id",
                "\"id\"|\"address\"|addressInvalid|id"
            })
    void leavesOutARowWithABadField(String sound, String bad, String kind, String field) {
        Reading reading = read(page(props(ROW.replace(sound, bad) + ", " + ROW)));

        assertThat(reading.observations()).isEqualTo(SEEN_ROW);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple(kind, "props.pageProps.orchestrators.transcoders[0]." + field));
    }

    @Test
    void leavesOutEarningsThatAreNoAmountAndKeepsTheStake() {
        Reading reading = read(page(props(ROW.replace("\"0.25\"", "-0.25"))));

        assertThat(reading.observations()).containsExactly(SEEN_ROW.get(0), SEEN_ROW.get(1));
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(
                        tuple("amountInvalid", "props.pageProps.orchestrators.transcoders[0].thirtyDayVolumeETH"));
    }

    @ParameterizedTest
    @CsvSource({
        "115792089237316195423570985008687907853269984665640564039457584007913129639935, true",
        "4100, false",
        "soon, true"
    })
    void tellsWhoIsToLeave(String round, boolean active) {
        String row = ROW.replace("\"id\"", "\"deactivationRound\": \"" + round + "\", \"id\"");

        assertThat(read(page(props(row))).observations())
                .first()
                .isEqualTo(new StakeSeen(SEEN, new Address(ONE), new BigDecimal("1234.5"), active));
    }

    @Test
    void takesTheFirstOfTwoRowsForOneOrchestrator() {
        Reading reading = read(page(props(ROW + ", " + ROW.replace("1234.5", "9"))));

        assertThat(reading.observations()).isEqualTo(SEEN_ROW);
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("stakeRepeated");
    }

    @Test
    void saysThatAPageIsAShell() {
        assertThatThrownBy(() -> read("<!DOCTYPE html><html><body><div id=\"root\"></div></body></html>"))
                .isInstanceOf(InputException.class)
                .hasMessage("https://explorer.example/orchestrators holds no script#__NEXT_DATA__: it is a shell that a"
                        + " browser fills. Maybe another page was meant.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hadError\": true, \"orchestrators\": null}",
                "{\"hadError\": false, \"orchestrators\": null}",
                "{\"hadError\": true, \"orchestrators\": {\"transcoders\": null}}",
                "{}"
            })
    void refusesAPageThatFailedToLoad(String props) {
        assertThatThrownBy(() -> read(page(props)))
                .isInstanceOf(InputException.class)
                .hasMessage("https://explorer.example/orchestrators says that it could not load its orchestrators."
                        + " Maybe it recovers; collect again in half an hour.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"orchestrators\": {}}|lists no orchestrators. Maybe its format has changed.",
                "{\"orchestrators\": [1]}|lists no orchestrators. Maybe its format has changed.",
                "{\"orchestrators\": {\"transcoders\": []}}"
                        + "|lists no orchestrator that can be read. Maybe its format has changed.",
                "{\"orchestrators\": {\"transcoders\": [{}, 1]}}"
                        + "|lists no orchestrator that can be read. Maybe its format has changed."
            })
    void refusesAPageWithoutRows(String props, String problem) {
        assertThatThrownBy(() -> read(page(props)))
                .isInstanceOf(InputException.class)
                .hasMessage("https://explorer.example/orchestrators " + problem);
    }

    @Test
    void refusesAScriptThatIsCutShort() {
        assertThatThrownBy(() -> read("<script id=\"__NEXT_DATA__\">{\"props\": {"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "The script#__NEXT_DATA__ of https://explorer.example/orchestrators is no sound JSON");
    }

    private static String props(String rows) {
        return "{\"hadError\": false, \"orchestrators\": {\"transcoders\": [" + rows + "]}}";
    }

    private static String page(String props) {
        return "<!DOCTYPE html><html><head><title>Orchestrators</title></head><body><div id=\"__next\"></div>"
                + "<script id=\"__NEXT_DATA__\" type=\"application/json\">{\"props\": {\"pageProps\": " + props
                + "}}</script></body></html>";
    }

    private static Reading read(String body) {
        return new ExplorerOrchestratorsSource()
                .read(new Snapshot(
                        "explorer",
                        "explorer-orchestrators",
                        SEEN,
                        List.of(new Snapshot.Part(
                                "https://explorer.example/orchestrators",
                                200,
                                "text/html",
                                null,
                                null,
                                SEEN,
                                "0",
                                body,
                                null))));
    }
}
