package org.warmplan.collect.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.SplittableRandom;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.DataIssue;

/** How much one source may answer in all. */
final class VisitSizeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    @Test
    void keepsNoMoreInAllThanOneBodyMayHave() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            for (int i = 0; i < 3; i++) {
                server.enqueue(new MockResponse.Builder().body("x".repeat(400)).build());
            }
            String url = server.url("/").toString();
            Fetcher fetcher = new Fetcher(
                    InstantSource.fixed(NOW),
                    new SplittableRandom(1),
                    pause -> {},
                    Limits.USUAL.withMaxBytes(1000),
                    Recorder.NONE);
            Visit visit = new Visit(
                    new SourceSettings("it", "naap", url, Duration.ofDays(1), false),
                    NOW,
                    fetcher,
                    null,
                    Collections.emptyIterator());
            visit.get(url);

            assertThat(visit.findPages(url, page -> Optional.of(url), 100)).isEmpty();
            assertThat(visit.parts()).hasSize(1);
            assertThat(visit.issues())
                    .extracting(DataIssue::kind, DataIssue::message)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            "endpointFailed",
                            "The source " + url
                                    + " was left out: all answers of one source together may have 1000 bytes."
                                    + " Maybe collect more often."));
        }
    }
}
