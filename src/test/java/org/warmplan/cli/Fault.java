package org.warmplan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;

/** How another side can fail, with what is to be said of it. */
enum Fault {
    RESET(
            "breaks off its answer|cannot be reached|does not answer in time",
            (body, request) -> new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build()),
    HALF_A_BODY(
            "breaks off its answer",
            (body, request) -> new MockResponse.Builder()
                    .body(body + " ".repeat(100_000))
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build()),
    TOO_MANY_REQUESTS("answered 429", (body, request) -> status(429, body)),
    SERVER_ERROR("answered 500", (body, request) -> status(500, body)),
    UNPACK_BOMB("sends more than 4194304 bytes, unpacked", (body, request) -> gzip(" ".repeat(20_000_000), -1)),
    HTML(
            "",
            (body, request) -> new MockResponse.Builder()
                    .addHeader("Content-Type", "text/html")
                    .body("<!DOCTYPE html><html><body><h1>We will be back soon</h1></body></html>")
                    .build()),
    TOO_LARGE(
            "sends more than 4194304 bytes, unpacked",
            (body, request) -> new MockResponse.Builder()
                    .body("{\"data\": [" + "1,".repeat(3_000_000) + "1]}")
                    .build()),
    SLOW_DRIP(
            "does not answer in time",
            (body, request) -> new MockResponse.Builder()
                    .body(body)
                    .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                    .build()),
    REDIRECT_LOOP("redirects more than 5 times", (body, request) -> redirect("/again/" + request)),
    REDIRECT_TO_FILE(
            "redirects to something that is no http: or https: address",
            (body, request) -> redirect("file:///etc/passwd")),
    TRUNCATED_GZIP("breaks off its answer", (body, request) -> gzip(body + "x".repeat(10_000), 60)),
    INVALID_UTF_8(
            "is not UTF-8 text",
            (body, request) -> new MockResponse.Builder()
                    .body(new Buffer()
                            .writeUtf8(body.replace("a/b", "a/"))
                            .writeByte(0xff)
                            .writeByte(0xfe))
                    .build()),
    NESTING(
            "",
            (body, request) -> new MockResponse.Builder()
                    .body("{\"data\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                    .build()),
    EXPONENT(
            "",
            (body, request) -> new MockResponse.Builder()
                    .body("{\"data\": [1e999999999], \"pipelines\": 1e999999999, \"orchestrators\": 1e999999999}")
                    .build());

    private final String problem;

    @SuppressWarnings("ImmutableEnumChecker") // Each makes a new answer and keeps nothing.
    private final BiFunction<String, Integer, MockResponse> play;

    Fault(String problem, BiFunction<String, Integer, MockResponse> play) {
        this.problem = problem;
        this.play = play;
    }

    /** Any of these words, parted by bars; empty where each kind has words of its own. */
    String problem() {
        return problem;
    }

    /** The answer instead of {@code body} to the {@code number}-th request. */
    MockResponse play(String body, int number) {
        return play.apply(body, number);
    }

    private static MockResponse status(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    private static MockResponse redirect(String to) {
        return new MockResponse.Builder().code(302).addHeader("Location", to).build();
    }

    /** Gzip of {@code text}, cut to so many bytes; not cut for less than 0. */
    private static MockResponse gzip(String text, int bytes) {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeUtf8(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Buffer sent = new Buffer();
        sent.write(packed, bytes < 0 ? packed.size() : Math.min(bytes, packed.size() - 1));
        return new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(sent)
                .build();
    }
}
