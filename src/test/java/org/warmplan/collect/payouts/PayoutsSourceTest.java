package org.warmplan.collect.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Earnings;
import org.warmplan.domain.EthPrice;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.StakeSeen;

final class PayoutsSourceTest {
    private static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");
    private static final Address ONE = new Address("0x" + "1".repeat(40));
    private static final String HOST = "https://payouts.example/api/v1/";
    private static final String BOARD = HOST + "payouts/leaderboard?from=2026-11-16&to=2026-11-22&job_type=ai";
    private static final String META = "{\"chain_id\": \"42161\", \"from\": \"2026-11-16\", \"to\": \"2026-11-22\","
            + " \"valuation_version\": \"v1\", \"job_type\": \"ai\", \"sort\": \"face_value_usd\"}";
    private static final String ROW = """
            {"orchestrator_address": "0x1111111111111111111111111111111111111111", "display_name": null,
             "avatar_url": null, "ticket_count": "5", "sum_face_value_native": "0.0123", "sum_face_value_usd": "36.9",
             "sum_commission_native": "0.001", "sum_commission_usd": "3", "sum_delegators_share_native": "0.0113",
             "sum_delegators_share_usd": "33.9", "distinct_gateways": "2", "usd_rows_priced": "5"}""";
    private static final String STAKE = """
            {"address": "0x1111111111111111111111111111111111111111", "display_name": "one", "total_stake": "1234.5",
             "fee_cut_percent": "10", "is_active": true, "as_of_block": "1"}""";
    private static final String PRICE = """
            {"chain_id": "42161", "asset": "ETH", "quote": "USD", "block_number": "7", "block_hash": "0x0",
             "block_timestamp": "2026-11-23T05:59:30Z", "price": "3012.25", "source": "chainlink_eth_usd"}""";

    @Test
    void amountsAndCountsAreTextAndBothDaysCount() {
        assertThat(read(BOARD, page(META, ROW)))
                .isEqualTo(new Reading(List.of(earned(Earnings.Jobs.AI, "0.0123", 5L)), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"1E-7, 0.0000001", "1.5e+2, 150", "0, 0", "0.000000000000000001, 0.000000000000000001"})
    void smallAmountsMayHaveAnExponent(String written, BigDecimal eth) {
        assertThat(read(BOARD, page(META, ROW.replace("0.0123", written))).observations())
                .singleElement()
                .isInstanceOfSatisfying(Earnings.class, e -> assertThat(e.eth()).isEqualByComparingTo(eth));
    }

    @ParameterizedTest
    @CsvSource({"ai, AI", "transcoding, TRANSCODING", "both, ALL"})
    void theWorkIsWhatTheAnswerSays(String told, Earnings.Jobs jobs) {
        assertThat(read("saved.json", page(META.replace("\"ai\"", "\"" + told + "\""), ROW))
                        .observations())
                .containsExactly(earned(jobs, "0.0123", 5L));
    }

    @Test
    void theAddressTellsTheDaysAndTheWorkWhenTheAnswerDoesNot() {
        assertThat(read(BOARD, page("{}", ROW)).observations()).containsExactly(earned(Earnings.Jobs.AI, "0.0123", 5L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-22|2026-11-15|counts from 2026-11-16 to 2026-11-15",
                "2026-11-22|soon|does not say which days it counts",
                "\"2026-11-22\"|\"+999999999-12-31\"|does not say which days it counts",
                "\"ai\"|\"live\"|counts work of an unknown type"
            })
    void sumsOverUnclearDaysSayNothing(String sound, String bad, String problem) {
        assertThatThrownBy(() -> read(BOARD, page(META.replace(sound, bad), ROW)))
                .isInstanceOf(InputException.class)
                .hasMessage(BOARD + " " + problem + ". Maybe its format has changed.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"0.0123\"|\"-1\"|figureInvalid|sum_face_value_native",
                "\"0.0123\"|null|figureInvalid|sum_face_value_native",
                "\"0.0123\"|\"1e13\"|figureInvalid|sum_face_value_native",
                "\"0.0123\"|\"many\"|figureInvalid|sum_face_value_native",
                "\"5\", \"sum_face_value_native|\"5.5\", \"sum_face_value_native|figureInvalid|ticket_count",
                "\"5\", \"sum_face_value_native|\"1000000000001\", \"sum_face_value_native|figureInvalid|ticket_count",
                "0x1111|0x|addressInvalid|orchestrator_address"
            })
    void anUnsoundRowIsLeftOut(String sound, String bad, String kind, String field) {
        Reading reading = read(BOARD, page(META, ROW.replace(sound, bad), ROW));

        assertThat(reading.observations()).containsExactly(earned(Earnings.Jobs.AI, "0.0123", 5L));
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple(kind, "payouts/leaderboard.data[0]." + field));
    }

    @Test
    void aCountThatIsNotToldIsNotZero() {
        assertThat(read(BOARD, page(META, ROW.replace("\"ticket_count\": \"5\",", "")))
                        .observations())
                .containsExactly(earned(Earnings.Jobs.AI, "0.0123", null));
    }

    @Test
    void anOrchestratorOnTwoPagesCountsOnce() {
        Reading reading = read(BOARD, page(META, ROW), page(META, ROW));

        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("rowRepeated");
    }

    @Test
    void anEmptyLastPageIsNoFault() {
        assertThat(read(BOARD, page(META, ROW), page(META)).issues()).isEmpty();
        assertThat(read("saved.json", page(META))).isEqualTo(new Reading(List.of(), List.of()));
    }

    @Test
    void stakeIsLptAsText() {
        assertThat(read(HOST + "orchestrators?limit=1000", page("{}", STAKE)))
                .isEqualTo(new Reading(List.of(new StakeSeen(SEEN, ONE, new BigDecimal("1234.5"), true)), List.of()));
        assertThat(read("saved.json", page("{}", STAKE.replace("true", "false")))
                        .observations())
                .containsExactly(new StakeSeen(SEEN, ONE, new BigDecimal("1234.5"), false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1234.5\"|\"1234500000000000000000\"|figureInvalid|total_stake",
                "\"1234.5\"|null|figureInvalid|total_stake",
                "\"is_active\"|\"active\"|activeMissing|is_active",
                "true|\"yes\"|activeMissing|is_active"
            })
    void anUnsoundStakeIsLeftOut(String sound, String bad, String kind, String field) {
        Reading reading = read(HOST + "orchestrators", page("{}", STAKE.replace(sound, bad)));

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple(kind, "orchestrators.data[0]." + field));
    }

    @ParameterizedTest
    @CsvSource({
        "block_timestamp, price, \"3012.25\"",
        "asof, usd, 3012.25",
        "timestamp, value, \"3012.25\"",
        "updated_at, price, 3012.25"
    })
    void thePriceOfEthIsTextOrANumber(String time, String field, String value) {
        String body =
                PRICE.replace("block_timestamp", time).replace("\"price\": \"3012.25\"", "\"" + field + "\": " + value);
        EthPrice price = new EthPrice(SEEN, Instant.parse("2026-11-23T05:59:30Z"), new BigDecimal("3012.25"));

        assertThat(read(HOST + "prices/ETH/USD/latest", body)).isEqualTo(new Reading(List.of(price), List.of()));
        assertThat(read("saved.json", "{\"data\": " + body + "}").observations())
                .containsExactly(price);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ETH\"|\"LPT\"|is no price of ETH in USD. Maybe another pair was asked for.",
                "\"3012.25\"|\"0\"|holds no dated price above 0. Maybe its format has changed.",
                "\"3012.25\"|\"-3\"|holds no dated price above 0. Maybe its format has changed.",
                "\"3012.25\"|\"1e10\"|holds no dated price above 0. Maybe its format has changed.",
                "2026-11-23T05:59:30Z|now|holds no dated price above 0. Maybe its format has changed.",
                "block_timestamp|seen|holds no dated price above 0. Maybe its format has changed."
            })
    void aPriceThatIsNoneIsRefused(String sound, String bad, String problem) {
        assertThatThrownBy(() -> read(HOST + "prices/ETH/USD/latest", PRICE.replace(sound, bad)))
                .isInstanceOf(InputException.class)
                .hasMessage(HOST + "prices/ETH/USD/latest " + problem);
    }

    @Test
    void anAnswerThatCannotBeReadLosesOnlyItself() {
        Snapshot snapshot = new Snapshot(
                "it",
                "payouts",
                SEEN,
                List.of(
                        part(BOARD, "{\"error\": {\"code\": \"internal\", \"message\": \"gone\\u001b\"}}"),
                        part(HOST + "orchestrators", "{\"rows\": []}"),
                        part(HOST + "prices/ETH/USD/latest", PRICE)));
        Reading reading = new PayoutsSource().read(snapshot);

        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::value)
                .containsExactly(
                        tuple(
                                "partUnreadable",
                                "answered with an error (internal gone\\u{1b}). Maybe it recovers; collect again later."),
                        tuple("partUnreadable", "holds no rows of orchestrators. Maybe its format has changed."));
        assertThat(new PayoutsSource().read(snapshot)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "{\"data\": []}", "{\"data\": [{\"gateway\": \"g\"}]}"})
    void refusesASnapshotThatSaysNothing(String body) {
        assertThatThrownBy(() -> read("saved.json", body))
                .isInstanceOf(InputException.class)
                .hasMessage("saved.json is no answer of the payouts API that is known. Maybe it is empty, or of another"
                        + " endpoint.");
    }

    private static Earnings earned(Earnings.Jobs jobs, String eth, @Nullable Long tickets) {
        return new Earnings(
                SEEN,
                ONE,
                Instant.parse("2026-11-16T00:00:00Z"),
                Instant.parse("2026-11-23T00:00:00Z"),
                jobs,
                new BigDecimal(eth),
                tickets);
    }

    private static String page(String meta, String... rows) {
        return "{\"data\": [" + String.join(",", rows) + "], \"meta\": " + meta + "}";
    }

    private static Reading read(String url, String... bodies) {
        return new PayoutsSource()
                .read(new Snapshot(
                        "it",
                        "payouts",
                        SEEN,
                        Arrays.stream(bodies).map(body -> part(url, body)).toList()));
    }

    private static Snapshot.Part part(String url, String body) {
        return new Snapshot.Part(url, 200, "application/json", null, null, SEEN, "0", body, null);
    }
}
