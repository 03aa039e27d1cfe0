package org.warmplan.collect.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.Snapshot;

/** What a bug report hears of. */
final class RecordingFetcherTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private final MockWebServer server = new MockWebServer();
    private final List<Recorder.Exchange> heard = new ArrayList<>();
    private final Fetcher fetcher =
            new Fetcher(InstantSource.fixed(NOW), new SplittableRandom(1), pause -> {}, Limits.USUAL, heard::add);

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void hearsNoKeyThatALeadingOnAddressHolds() {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "/next?sv=1&sig=abc&plain=hidden-too")
                .addHeader("X-Auth-Token", "of-the-server")
                .build());
        server.enqueue(new MockResponse.Builder().body("there").build());
        fetcher.fetch(server.url("/").toString());

        assertThat(heard.get(0).headers()).contains("Location: /next?***", "X-Auth-Token: ***");
    }

    @Test
    void hearsWholeAnswersAlsoOfWhatIsKnown() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("again").build());
        String url = server.url("/").toString();
        Snapshot.Part known = new Snapshot.Part(url, 200, null, "\"7\"", null, NOW, "00", "again", null);
        fetcher.fetch(new Question("gateway", url, null, known), Instant.MAX);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("If-None-Match")).isNull();
        assertThat(heard)
                .singleElement()
                .satisfies(it -> assertThat(it.body()).asString().isEqualTo("again"));
    }
}
