package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmplan.collect.SourceKinds;
import org.warmplan.collect.ask.Limits;
import org.warmplan.domain.Snapshot;
import org.warmplan.history.SnapshotId;
import org.warmplan.history.SnapshotStore;
import picocli.CommandLine;

/** Every kind of source against every way in which the other side can fail. */
final class CollectFaultsTest {
    private static final Limits PATIENT = new Limits(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMinutes(4), 4 << 20);
    private static final Limits HURRIED = new Limits(
            Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMinutes(4), 4 << 20);

    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    static Stream<Arguments> everyKindAndFault() {
        return Arrays.stream(PlayedSource.values())
                .flatMap(kind -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(kind, fault)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyKindAndFault")
    void storesNothingAndSaysWhy(PlayedSource source, Fault fault) throws IOException {
        play(source, fault::play);
        Cli.Result result = collect(source, fault == Fault.SLOW_DRIP ? HURRIED : PATIENT);

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("it: ").contains("Maybe ").doesNotContain("Exception");
        assertThat(Arrays.stream(fault.problem().split("\\|"))).anyMatch(result.err()::contains);
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void storesAWholeAnswer(PlayedSource source) throws IOException {
        play(source, (body, number) -> new MockResponse.Builder().body(body).build());

        assertStored(source, collect(source, PATIENT));
    }

    @ParameterizedTest
    @EnumSource
    void asksAgainAfterTwoBusyAnswers(PlayedSource source) throws IOException {
        play(
                source,
                (body, number) -> number <= 2
                        ? new MockResponse.Builder()
                                .code(503)
                                .addHeader("Retry-After", "1")
                                .build()
                        : new MockResponse.Builder().body(body).build());

        assertStored(source, collect(source, PATIENT));
    }

    @ParameterizedTest
    @EnumSource
    void looksAtTheBodyAndNotAtWhatItIsCalled(PlayedSource source) throws IOException {
        play(
                source,
                (body, number) -> new MockResponse.Builder()
                        .addHeader("Content-Type", "image/png")
                        .body(body)
                        .build());

        assertStored(source, collect(source, PATIENT));
    }

    @Test
    void everyKindIsPlayed() {
        assertThat(Arrays.stream(PlayedSource.values()).map(PlayedSource::kind))
                .containsExactlyInAnyOrderElementsOf(SourceKinds.listKinds());
    }

    /** With the limits as they are for everybody. */
    @Test
    void leavesEightyMegabytesOfJson() throws IOException {
        PlayedSource source = PlayedSource.NETWORK_CAPABILITIES;
        play(
                source,
                (body, number) -> new MockResponse.Builder()
                        .body("{\"orchestrators\": [" + " ".repeat(80_000_000) + "]}")
                        .build());
        Cli.Result result = collect(source, Limits.USUAL);

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("sends more than 67108864 bytes, unpacked. Maybe ");
        assertThat(files()).isEmpty();
    }

    private void play(PlayedSource source, BiFunction<String, Integer, MockResponse> answer) {
        AtomicInteger number = new AtomicInteger();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath();
                String body = path.startsWith("/again/") ? "" : source.answer(path);
                return body == null
                        ? new MockResponse.Builder().code(404).build()
                        : answer.apply(body, number.incrementAndGet());
            }
        });
    }

    private Cli.Result collect(PlayedSource source, Limits limits) throws IOException {
        String base = server.url("/").toString();
        Path sources = Files.writeString(
                folder.resolve("sources.yaml"),
                "sources: [{name: it, kind: %s, url: '%s', required: true}]\n"
                        .formatted(source.kind(), base.substring(0, base.length() - 1) + source.path()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InstantSource.fixed(Cli.NOW),
                Path.of(""),
                Look.PLAIN,
                new ByteArrayInputStream(new byte[0]),
                Cli.NO_PROGRAMS,
                Map.of(),
                new CtrlC(Duration.ZERO));
        int code = new CommandLine(new CollectCommand(surroundings, limits))
                .execute("--sources", sources.toString(), "--data", data().toString());
        return new Cli.Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void assertStored(PlayedSource source, Cli.Result result) {
        assertThat(result.err())
                .startsWith("it: ")
                .endsWith(" 0 issues; the first snapshot of this source\n")
                .doesNotStartWith("it: 0 observations")
                .hasLineCount(1);
        assertThat(result.exitCode()).isZero();
        SnapshotStore store = SnapshotStore.at(data());
        List<SnapshotId> ids = store.list(Cli.NOW);
        assertThat(ids).containsExactly(new SnapshotId("it", Cli.NOW));
        assertThat(store.get(ids.get(0)).parts())
                .extracting(Snapshot.Part::body)
                .allMatch(body -> Stream.of(source.paths()).anyMatch(path -> body.equals(source.answer(path))));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private List<Path> files() throws IOException {
        Path snapshots = data().resolve("snapshots");
        if (!Files.exists(snapshots)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(snapshots)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(".lock"))
                    .toList();
        }
    }
}
