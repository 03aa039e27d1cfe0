package org.warmplan.collect.payouts;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.warmplan.collect.SaneObservations;
import org.warmplan.domain.Snapshot;

/** Any text at all as every answer of the payouts API at once, and as a file that does not tell what it is. */
final class PayoutsFuzzTest {
    private static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");
    private static final List<String> URLS = List.of(
            "saved.json",
            "https://p.example/api/v1/payouts/leaderboard",
            "https://p.example/api/v1/payouts/leaderboard?from=2026-11-16&to=2026-11-22&job_type=ai",
            "https://p.example/api/v1/orchestrators",
            "https://p.example/api/v1/prices/ETH/USD/latest");

    @DictionaryEntries({
        "{\"data\":[{",
        "}],\"meta\":{\"from\":\"2026-11-16\",\"to\":\"2026-11-22\",\"job_type\":\"both\"}}",
        "\"orchestrator_address\":\"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",",
        "\"sum_face_value_native\":\"1E-7\",\"ticket_count\":\"5\"",
        "\"address\":\"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",",
        "\"total_stake\":\"1234.5\",\"is_active\":true",
        "{\"asset\":\"ETH\",\"quote\":\"USD\",\"price\":\"3000\",\"block_timestamp\":\"2026-11-23T05:00:00Z\"}",
        "{\"error\":{\"code\":\"a\",\"message\":\"b\"}}"
    })
    @FuzzTest(maxDuration = "2m")
    void anyAnswerEndsInAReadingOrARefusal(byte[] bytes) {
        String body = new String(bytes, StandardCharsets.UTF_8);
        List<Snapshot.Part> parts = Stream.concat(URLS.stream(), URLS.stream())
                .map(url -> new Snapshot.Part(url, 200, null, null, null, SEEN, "0", body, null))
                .toList();
        SaneObservations.requireSane(new PayoutsSource(), new Snapshot("it", "payouts", SEEN, parts));
    }
}
