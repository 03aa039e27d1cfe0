package org.warmplan.collect.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server cannot make it do. */
final class FetcherLimitsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final int LIMIT = 1000;

    private final MockWebServer server = new MockWebServer();
    private final Fetcher fetcher = new Fetcher(
            InstantSource.fixed(NOW),
            new SplittableRandom(1),
            pause -> {},
            Limits.USUAL.withMaxBytes(LIMIT),
            Recorder.NONE);

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void namesTheProgramAndNoOneElse() throws InterruptedException {
        answer(200);
        fetcher.fetch(url("/"));
        RecordedRequest request = server.takeRequest();

        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Warmplan/0.1");
        assertThat(request.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void followsRedirects() {
        redirect("/there");
        redirect("/elsewhere");
        answer(200);

        assertThat(fetcher.fetch(url("/here"))).satisfies(part -> {
            assertThat(part.body()).isEqualTo("body 200");
            assertThat(part.url()).isEqualTo(url("/here"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://gw.example/", "javascript:alert(1)", "data:,x"})
    void followsNoRedirectToAnythingElse(String target) {
        redirect(target);

        assertThatThrownBy(() -> fetcher.fetch(url("/")))
                .hasMessage("The source " + url("/") + " redirects to something that is no http: or https: address."
                        + " Maybe the address has changed.");
    }

    @Test
    void leavesARedirectLoop() {
        for (int i = 0; i < 10; i++) {
            redirect("/again");
        }

        assertThatThrownBy(() -> fetcher.fetch(url("/again"))).hasMessageContaining("redirects more than 5 times");
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void sendsAPasswordToItsOwnServerOnly() throws InterruptedException, IOException {
        try (MockWebServer other = new MockWebServer()) {
            other.start();
            redirect(other.url("/").toString());
            other.enqueue(new MockResponse.Builder().body("there").build());
            fetcher.fetch(url("/").replace("http://", "http://user:pass@"));

            assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Basic dXNlcjpwYXNz");
            assertThat(other.takeRequest().getHeaders().get("Authorization")).isNull();
        }
    }

    @Test
    void neitherStoresNorPrintsASecret() {
        answer(200);
        answer(404);
        String secret = url("/a?token=t0p").replace("http://", "http://user:pass@");

        assertThat(fetcher.fetch(secret).url()).isEqualTo(url("/a?token=***"));
        assertThatThrownBy(() -> fetcher.fetch(secret))
                .hasMessage("The source " + url("/a?token=***") + " answered 404. Maybe the address has changed.");
    }

    @Test
    void unpacksGzip() throws IOException {
        server.enqueue(gzipped("a".repeat(LIMIT)));

        assertThat(fetcher.fetch(url("/")).body()).hasSize(LIMIT);
    }

    @Test
    void stopsUnpackingAGzipBomb() throws IOException {
        server.enqueue(gzipped("a".repeat(1_000_000)));

        assertThatThrownBy(() -> fetcher.fetch(url("/")))
                .hasMessage("The source " + url("/") + " sends more than 1000 bytes, unpacked."
                        + " Maybe the address leads to something else.");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private String url(String path) {
        return server.url("/").resolve(path).toString();
    }

    private void answer(int status) {
        MockResponse.Builder response = new MockResponse.Builder().code(status);
        server.enqueue((status == 204 ? response : response.body("body " + status)).build());
    }

    private void redirect(String target) {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", target)
                .build());
    }

    private static MockResponse gzipped(String text) throws IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeUtf8(text);
        }
        return new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(packed)
                .build();
    }
}
