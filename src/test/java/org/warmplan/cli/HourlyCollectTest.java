package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.files.JsonText;
import tools.jackson.databind.JsonNode;

/** Collecting again and again, as a timer does. */
final class HourlyCollectTest {
    private static final Instant START = Instant.parse("2026-11-23T06:10:00Z");

    @TempDir
    private Path folder;

    private Path caps;
    private Path data;

    @BeforeEach
    void writeWhatTheGatewaySays() throws IOException {
        data = folder.resolve("data");
        caps = folder.resolve("caps.json");
        says(node('1', "a") + ", " + node('2', "a"));
    }

    private void says(String nodes) throws IOException {
        Files.writeString(caps, "{\"orchestrators\": [" + nodes + "]}");
    }

    private static String node(char digit, String model) {
        return "{\"address\": \"0x" + String.valueOf(digit).repeat(40) + "\", \"orch_uri\": \"https://o" + digit
                + ".example:8935\", \"capabilities\": {\"constraints\": {\"PerCapability\": {\"27\": {\"models\": {\""
                + model + "\": {\"warm\": true, \"capacity\": 1}}}}}}}";
    }

    private Cli.Result collect(Instant at, String... more) {
        Object[] words = Stream.concat(Stream.of("collect", "--sources", caps, "--data", data), Stream.of(more))
                .toArray();
        return Cli.runAt(at, words);
    }

    private List<String> filed() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("snapshots").resolve("network-capabilities"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".gz"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void filesTheSameAnswerOnceAnHour() throws IOException {
        assertThat(collect(START).err())
                .isEqualTo("network-capabilities: 2 observations, 2 issues; the first snapshot of this source\n");
        assertThat(collect(START.plus(Duration.ofMinutes(20))).err())
                .isEqualTo("network-capabilities: 2 observations, 2 issues; nothing new since 2026-11-23T06:10:00Z, so"
                        + " nothing was filed\n");
        assertThat(collect(START.plus(Duration.ofHours(1))).err())
                .isEqualTo("network-capabilities: 2 observations, 2 issues; unchanged since 2026-11-23T06:10:00Z\n");

        assertThat(filed()).containsExactly("20261123T061000Z.json.gz", "20261123T071000Z.json.gz");
    }

    @Test
    void filesEveryOtherAnswerAndTellsWhatIsNew() throws IOException {
        collect(START);
        says(node('2', "a") + ", " + node('2', "b") + ", " + node('3', "b"));
        Cli.Result result = collect(START.plus(Duration.ofMinutes(1)));

        assertThat(result.err()).contains("; 2 new, 1 gone since 2026-11-23T06:10:00Z\n");
        assertThat(filed()).containsExactly("20261123T061000Z.json.gz", "20261123T061100Z.json.gz");
    }

    @Test
    void takesTheSameFactsInOtherWordsForTheSame() throws IOException {
        collect(START);
        says(node('1', "a") + ",\n\n" + node('2', "a"));
        collect(START.plus(Duration.ofMinutes(1)));

        assertThat(filed()).hasSize(1);
    }

    @Test
    void twoAtOnceFileTheSameOnce() throws Exception {
        CountDownLatch bothAsked = new CountDownLatch(2);
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                    bothAsked.countDown();
                    assertThat(bothAsked.await(30, TimeUnit.SECONDS)).isTrue();
                    return new MockResponse.Builder()
                            .body("{\"orchestrators\": [" + node('1', "a") + "]}")
                            .build();
                }
            });
            server.start();
            String url = server.url("/caps").toString();
            List<Integer> codes = new CopyOnWriteArrayList<>();
            List<Thread> collectors = Stream.of(START, START.plusSeconds(1))
                    .map(at -> new Thread(() -> codes.add(Cli.runAt(at, "collect", "--sources", url, "--data", data)
                            .exitCode())))
                    .toList();
            collectors.forEach(Thread::start);
            for (Thread collector : collectors) {
                collector.join();
            }

            assertThat(codes).containsExactly(0, 0);
            assertThat(filed()).hasSize(1);
        }
    }

    @Test
    void saysWhichAnswersAreMissing() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    String path = request.getUrl().encodedPath();
                    return path.equals("/v1/dashboard/pricing")
                            ? new MockResponse.Builder().code(404).build()
                            : new MockResponse.Builder()
                                    .body(
                                            path.equals("/v1/streaming/models")
                                                    ? "<html>"
                                                    : "{\"data\": [], \"pagination\": {}}")
                                    .build();
                }
            });
            server.start();
            String url = server.url("/v1").toString();
            Path sources = Files.writeString(
                    folder.resolve("sources.yaml"), "sources: [{name: naap, kind: naap, url: '" + url + "'}]\n");

            assertThat(Cli.runAt(START, "collect", "--sources", sources, "--data", data)
                            .err())
                    .contains("naap: The source " + url + "/dashboard/pricing answered 404. Maybe ")
                    .contains("naap: " + url + "/streaming/models is HTML or XML, not JSON.");
        }
    }

    @Test
    void tellsProgramsTheSame() {
        collect(START);
        JsonNode same = JsonText.readStrict(
                        "stdout",
                        collect(START.plus(Duration.ofMinutes(20)), "--format", "json")
                                .out())
                .get("sources")
                .get(0);

        assertThat(same.get("filed").booleanValue()).isFalse();
        assertThat(same.get("instant").stringValue()).isEqualTo("2026-11-23T06:10:00Z");
        assertThat(same.get("since").stringValue()).isEqualTo("2026-11-23T06:10:00Z");
        assertThat(same.get("new").intValue()).isZero();
        assertThat(same.get("gone").intValue()).isZero();
    }

    @Test
    void comparesWithTheNewestSnapshotThatCanBeRead() throws IOException {
        collect(START);
        Files.writeString(data.resolve("snapshots/network-capabilities/20261123T061100Z.json.gz"), "damaged");

        assertThat(collect(START.plus(Duration.ofMinutes(2))).err()).contains("nothing new since 2026-11-23T06:10:00Z");
    }
}
