package org.warmplan.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.Earnings;

/** What is asked of the payouts API, and what becomes of what fails. */
final class PayoutsVisitTest {
    private static final String AI_WEEK = board("2026-11-16", "ai");
    private static final String ONE = "0x" + "1".repeat(40);
    private static final String TWO = "0x" + "2".repeat(40);
    private static final String CURSOR = "P1E+3|" + ONE;
    private static final String STAKES = "/api/v1/orchestrators?limit=1000";
    private static final String PRICE = "/api/v1/prices/ETH/USD/latest";

    private static String board(String from, String jobs) {
        return "/api/v1/payouts/leaderboard?from=" + from + "&to=2026-11-22&job_type=" + jobs
                + "&sort=face_value_usd&limit=1000";
    }

    private static String answer(String target) {
        if (target.equals(AI_WEEK)) {
            return page(CURSOR, ONE);
        } else if (target.equals(AI_WEEK + "&cursor=" + CURSOR)) {
            return page("P0|" + TWO, TWO);
        } else if (target.contains("leaderboard")) {
            return page(null, "");
        } else if (target.equals(STAKES)) {
            return "{\"data\": [], \"meta\": {\"chain_id\": \"42161\", \"next_cursor\": null}}";
        }
        return "{\"asset\": \"ETH\", \"quote\": \"USD\", \"price\": \"3000.5\","
                + " \"block_timestamp\": \"2026-11-23T06:00:00Z\"}";
    }

    /** A page, as the service makes it: it names a next one whenever it has a row. */
    private static String page(@Nullable String cursor, String address) {
        String row = "{\"orchestrator_address\": \"" + address + "\", \"ticket_count\": \"5\","
                + " \"sum_face_value_native\": \"0.25\"}";
        return "{\"data\": [" + (address.isEmpty() ? "" : row) + "], \"meta\": {\"from\": \"2026-11-16\","
                + " \"to\": \"2026-11-22\", \"job_type\": \"ai\""
                + (cursor == null ? "" : ", \"next_cursor\": \"" + cursor + "\"") + "}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/api/v1/"})
    void asksForWholeDaysUpToYesterdayAndForAllPages(String path) throws IOException {
        try (ServicePlay service = new ServicePlay(PayoutsVisitTest::answer)) {
            Outcome outcome = service.collect("payouts", service.url() + path);

            assertThat(service.asked())
                    .containsExactly(
                            AI_WEEK,
                            AI_WEEK + "&cursor=" + CURSOR,
                            AI_WEEK + "&cursor=P0|" + TWO,
                            board("2026-11-16", "transcoding"),
                            board("2026-10-24", "ai"),
                            board("2026-10-24", "transcoding"),
                            STAKES,
                            PRICE);
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Collected.class, it -> {
                assertThat(it.reading().issues()).isEmpty();
                assertThat(it.reading().observations())
                        .filteredOn(Earnings.class::isInstance)
                        .extracting(o -> ((Earnings) o).orchestrator().value())
                        .containsExactly(ONE, TWO);
            });
        }
    }

    @Test
    void aListWithAPageMissingIsLeftOutAndTheOthersStay() throws IOException {
        Function<String, String> cut = target -> target.endsWith(TWO) ? null : answer(target);
        try (ServicePlay service = new ServicePlay(cut)) {
            assertThat(service.collect("payouts", service.url()))
                    .isInstanceOfSatisfying(Outcome.Collected.class, it -> {
                        assertThat(it.reading().issues()).singleElement().satisfies(issue -> {
                            assertThat(issue.kind()).isEqualTo("endpointFailed");
                            assertThat(issue.path()).endsWith(AI_WEEK);
                        });
                        assertThat(it.snapshot().parts()).hasSize(5);
                    });
        }
    }

    @Test
    void aListThatComesBackToItselfIsLeftOut() throws IOException {
        Function<String, String> round = target -> target.endsWith(TWO) ? page(CURSOR, TWO) : answer(target);
        try (ServicePlay service = new ServicePlay(round)) {
            assertThat(service.collect("payouts", service.url()))
                    .isInstanceOfSatisfying(
                            Outcome.Collected.class,
                            it -> assertThat(it.reading().issues())
                                    .singleElement()
                                    .satisfies(issue -> assertThat(issue.path()).endsWith(AI_WEEK)));
            assertThat(service.asked()).hasSize(8);
        }
    }

    @Test
    void aServiceThatAnswersNothingIsAFailureWithItsReason() throws IOException {
        try (ServicePlay service = new ServicePlay(target -> null)) {
            assertThat(service.collect("payouts", service.url()))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            it -> assertThat(it.message())
                                    .contains(AI_WEEK + " answered 404")
                                    .contains("Maybe"));
        }
    }

    @Test
    void aServiceThatAnswersWithErrorsIsAFailure() throws IOException {
        String error = "{\"error\": {\"code\": \"bad_request\", \"message\": \"no\"}}";
        try (ServicePlay service = new ServicePlay(target -> error)) {
            assertThat(service.collect("payouts", service.url()))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            it -> assertThat(it.message())
                                    .endsWith("/prices/ETH/USD/latest answered with an error (bad_request no). Maybe it"
                                            + " recovers; collect again later."));
        }
    }
}
