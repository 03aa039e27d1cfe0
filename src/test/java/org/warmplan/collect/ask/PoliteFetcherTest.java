package org.warmplan.collect.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;

/** What spares the other side, and that it ends when it is told to. */
final class PoliteFetcherTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final Limits QUICK = new Limits(
            Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofMinutes(4), 1000);

    private final MockWebServer server = new MockWebServer();
    private final List<Duration> pauses = new ArrayList<>();
    private Instant time = NOW;
    private final InstantSource clock = () -> time;
    private final Fetcher fetcher = new Fetcher(
            clock,
            new SplittableRandom(1),
            pause -> {
                pauses.add(pause);
                time = time.plus(pause);
            },
            QUICK,
            Recorder.NONE);

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String url() {
        return server.url("/caps").toString();
    }

    private static Snapshot.Part known(@Nullable String etag, @Nullable String lastModified) {
        return new Snapshot.Part(
                "http://there/caps", 200, "application/json", etag, lastModified, NOW, "00", "{}", null);
    }

    private Snapshot.Part ask(Snapshot.@Nullable Part known, @Nullable String token) {
        return fetcher.fetch(new Question("gateway", url(), token, known), Instant.MAX);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"7\"', Mon 1, '\"7\"',",
        "'\"7\"',, '\"7\"',",
        ",Mon 1,,Mon 1",
        ",,,",
        "'\"é\"',,,",
        "'\"é\"', Mon 1,,Mon 1"
    })
    void asksOnlyForWhatHasChanged(
            @Nullable String etag, @Nullable String modified, @Nullable String noneMatch, @Nullable String since)
            throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("new").build());

        assertThat(ask(known(etag, modified), null).body()).isEqualTo("new");
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("If-None-Match")).isEqualTo(noneMatch);
        assertThat(request.getHeaders().get("If-Modified-Since")).isEqualTo(since);
    }

    @Test
    void takesWhatStillHoldsForTheAnswer() {
        time = NOW.plusSeconds(3600);
        server.enqueue(new MockResponse.Builder().code(304).build());
        Snapshot.Part known = known("\"7\"", null);

        assertThat(ask(known, null))
                .isEqualTo(new Snapshot.Part(
                        known.url(), 200, "application/json", "\"7\"", null, NOW.plusSeconds(3600), "00", "{}", null));
    }

    @Test
    void refusesToHearThatNothingHasChangedWhenNothingIsKnown() {
        server.enqueue(new MockResponse.Builder().code(304).build());

        assertThatThrownBy(() -> ask(null, null)).hasMessageContaining(" answered 304. Maybe ");
    }

    @Test
    void showsItsTokenAndWhatItKnowsToItsOwnServerOnly() throws InterruptedException, IOException {
        try (MockWebServer other = new MockWebServer()) {
            other.start();
            server.enqueue(new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", other.url("/").toString())
                    .build());
            other.enqueue(new MockResponse.Builder().body("there").build());
            ask(known("\"7\"", null), "t0ken");

            assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer t0ken");
            assertThat(other.takeRequest().getHeaders().names())
                    .doesNotContain("Authorization", "If-None-Match", "If-Modified-Since");
        }
    }

    @Test
    void keepsNoSecretThatTheServerRepeats() {
        server.enqueue(new MockResponse.Builder()
                .body("{\"next\": \"/caps?cursor=2&token=s3cret-7\", \"you\": \"s3cret-7\"}")
                .build());
        Snapshot.Part part = fetcher.fetch(new Question("gateway", url() + "?token=s3cret-7", null, null), Instant.MAX);

        assertThat(part.body()).isEqualTo("{\"next\": \"/caps?cursor=2&token=***\", \"you\": \"***\"}");
        assertThat(part.sha256()).isEqualTo(org.warmplan.files.Sha256.of(part.body()));
    }

    @Test
    void leavesAServerTimeBetweenTwoQuestions() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder().body("x").build());
        }
        ask(null, null);
        ask(null, null);
        time = time.plusMillis(150);
        ask(null, null);

        assertThat(pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(50));
    }

    @Test
    void asksAServerThatIsSilentNoMore() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String first = "http://127.0.0.1:" + port + "/a";
        assertThatThrownBy(() -> fetcher.fetch(first))
                .hasMessage("The source " + first + " cannot be reached: the connection is refused, after 4 attempts."
                        + " Maybe it is not running, or the port is wrong.");
        int paused = pauses.size();

        assertThatThrownBy(() -> fetcher.fetch("http://127.0.0.1:" + port + "/b"))
                .hasMessageContaining("/b cannot be reached: the connection is refused as a moment ago, so it was not"
                        + " asked again. Maybe it is not running");
        assertThat(pauses).hasSize(paused);
    }

    @Test
    void asksAServerOnThatHasAnsweredBefore() {
        server.enqueue(new MockResponse.Builder().body("x").build());
        for (int i = 0; i < 4; i++) {
            server.enqueue(new MockResponse.Builder()
                    .body("x".repeat(900))
                    .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                    .build());
        }
        server.enqueue(new MockResponse.Builder().body("again").build());
        ask(null, null);
        assertThatThrownBy(() -> ask(null, null)).hasMessageContaining(" does not answer in time, after 4 attempts.");

        assertThat(ask(null, null).body()).isEqualTo("again");
    }

    @Test
    void leavesASlowDrip() {
        for (int i = 0; i < 4; i++) {
            server.enqueue(new MockResponse.Builder()
                    .body("x".repeat(900))
                    .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                    .build());
        }

        assertThatThrownBy(() -> ask(null, null)).hasMessageContaining(" does not answer in time, after 4 attempts.");
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void asksASourceThatTakesTooLongNothingMore() {
        server.enqueue(new MockResponse.Builder().code(503).build());
        Instant until = fetcher.patience();
        time = time.plus(Duration.ofMinutes(5));

        assertThatThrownBy(() -> fetcher.fetch(Question.of(url()), until))
                .hasMessage("The source " + url() + " was not asked: what was asked before took more than 240 seconds."
                        + " Maybe try again later.");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void doesNotRetryPastItsPatience() {
        server.enqueue(new MockResponse.Builder().code(503).build());
        Fetcher slow = new Fetcher(
                () -> time = time.plus(Duration.ofMinutes(3)),
                new SplittableRandom(1),
                pauses::add,
                QUICK,
                Recorder.NONE);

        assertThatThrownBy(() -> slow.fetch(Question.of(url()), time.plus(Duration.ofMinutes(4))))
                .isInstanceOf(InputException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void endsAtOnceWhenCalledOff() {
        server.enqueue(
                new MockResponse.Builder().headersDelay(10, TimeUnit.SECONDS).build());
        Fetcher patient = new Fetcher(InstantSource.system(), new SplittableRandom(1), pauses::add);
        Thread other = new Thread(() -> {
            try {
                server.takeRequest();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            patient.stop();
        });
        other.start();

        assertThatThrownBy(() -> patient.fetch(url())).isInstanceOf(StoppedException.class);
        assertThatThrownBy(() -> patient.fetch(url())).isInstanceOf(StoppedException.class);
        assertThat(pauses).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void endsInAPauseWhenCalledOff() {
        server.enqueue(new MockResponse.Builder().code(503).build());
        Fetcher[] asking = new Fetcher[1];
        asking[0] = new Fetcher(clock, new SplittableRandom(1), pause -> {
            asking[0].stop();
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> asking[0].fetch(url())).isInstanceOf(StoppedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
