package org.warmplan.collect.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;

/** Answers and failures, and when it asks again. */
final class FetcherTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private final MockWebServer server = new MockWebServer();
    private final List<Duration> pauses = new ArrayList<>();
    private final Fetcher fetcher = new Fetcher(InstantSource.fixed(NOW), new SplittableRandom(1), pauses::add);

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void keepsTheAnswerAsItCame() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeader("ETag", "\"7\"")
                .addHeader("Last-Modified", "Mon, 23 Nov 2026 05:59:00 GMT")
                .body("{ }\n")
                .build());

        assertThat(fetcher.fetch(url("/caps")))
                .isEqualTo(new Snapshot.Part(
                        url("/caps"),
                        200,
                        "application/json",
                        "\"7\"",
                        "Mon, 23 Nov 2026 05:59:00 GMT",
                        NOW,
                        "1d6faa9e1a76d13f3ab8558a3640158b1f0a54f624a4e37ddc3ef41ed4191058",
                        "{ }\n",
                        null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|answered 400. Maybe the node there is no gateway, or the address is another service's.",
                "401|answered 401. Maybe it wants a user and a password or a token in the address.",
                "404|answered 404. Maybe the address has changed.",
                "204|answered 204. Maybe the address leads to something else."
            })
    void givesUpAtOnceWhereAskingAgainIsNoUse(int status, String problem) {
        answer(status);

        assertThatThrownBy(() -> fetcher.fetch(url("/caps")))
                .isInstanceOf(InputException.class)
                .hasMessage("The source " + url("/caps") + " " + problem);
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void asksAgainThreeTimes(int status) {
        answer(status);
        answer(status);
        answer(status);
        answer(200);

        assertThat(fetcher.fetch(url("/")).body()).isEqualTo("body 200");
        assertThat(pauses).hasSize(3);
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
        assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
        assertThat(pauses.get(2)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(6));
    }

    @Test
    void givesUpAfterThreeRetries() {
        for (int i = 0; i < 4; i++) {
            answer(500);
        }

        assertThatThrownBy(() -> fetcher.fetch(url("/")))
                .hasMessage("The source " + url("/") + " answered 500, after 4 attempts."
                        + " Maybe it has just started or is overloaded; try again later.");
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|PT7S",
                "30|PT30S",
                "3600|PT30S",
                "999999999|PT30S",
                "Mon, 23 Nov 2026 06:00:20 GMT|PT20S",
                "Mon, 23 Nov 2026 09:00:00 GMT|PT30S"
            })
    void waitsAsLongAsItIsAskedToWithinReason(String retryAfter, Duration pause) {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", retryAfter)
                .build());
        answer(200);
        fetcher.fetch(url("/"));

        assertThat(pauses).containsExactly(pause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "soon", "Mon, 23 Nov 2026 05:00:00 GMT", "99999999999999999999"})
    void keepsItsOwnPauseWhenAskedForNonsense(String retryAfter) {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", retryAfter)
                .build());
        answer(200);
        fetcher.fetch(url("/"));

        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
    }

    @Test
    void doesNotTakeHalfAnAnswerForAWholeOne() {
        for (int i = 0; i < 4; i++) {
            server.enqueue(new MockResponse.Builder()
                    .body("{\"orchestrators\": [")
                    .setHeader("Content-Length", "500")
                    .onResponseEnd(new SocketEffect.CloseSocket())
                    .build());
        }

        assertThatThrownBy(() -> fetcher.fetch(url("/")))
                .hasMessage("The source " + url("/") + " breaks off its answer, after 4 attempts."
                        + " Maybe the network is unsteady; try again later.");
    }

    @Test
    void asksAgainWhenTheConnectionBreaks() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        answer(200);

        assertThat(fetcher.fetch(url("/")).body()).isEqualTo("body 200");
    }

    @Test
    void saysWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String url = "http://127.0.0.1:" + port + "/";

        assertThatThrownBy(() -> fetcher.fetch(url))
                .hasMessage("The source " + url + " cannot be reached: the connection is refused, after 4 attempts."
                        + " Maybe it is not running, or the port is wrong.");
    }

    @Test
    void keepsBytesThatAreNoText() {
        server.enqueue(new MockResponse.Builder()
                .body(new Buffer().writeByte(0xff).writeByte(0xfe))
                .build());

        assertThat(fetcher.fetch(url("/"))).satisfies(part -> {
            assertThat(part.encoding()).isEqualTo("base64");
            assertThat(part.body()).isEqualTo("//4=");
        });
    }

    @Test
    void stopsWhenInterrupted() {
        Fetcher interrupted = new Fetcher(InstantSource.fixed(NOW), new SplittableRandom(1), pause -> {
            throw new InterruptedException();
        });
        answer(503);

        assertThatThrownBy(() -> interrupted.fetch(url("/"))).isInstanceOf(InputException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void readsFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("caps.json"), "{}", StandardCharsets.UTF_8);

        assertThat(fetcher.fetch(file.toString())).satisfies(part -> {
            assertThat(part.body()).isEqualTo("{}");
            assertThat(part.status()).isEqualTo(200);
            assertThat(part.url()).isEqualTo(file.toString());
        });
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> fetcher.fetch("no/such.json"))
                .hasMessage("The source file no/such.json does not exist."
                        + " Maybe the path is relative to another folder.");
    }

    private String url(String path) {
        return server.url("/").resolve(path).toString();
    }

    private void answer(int status) {
        MockResponse.Builder response = new MockResponse.Builder().code(status);
        server.enqueue((status == 204 ? response : response.body("body " + status)).build());
    }
}
