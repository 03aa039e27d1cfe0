package org.warmplan.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.collect.ask.Fetcher;
import org.warmplan.collect.ask.SourceSettings;

final class CollectorTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:10Z");
    private static final Instant AT = Instant.parse("2026-11-23T06:00:00Z");
    private static final String NETWORK = "network-capabilities";

    private final Collector collector = new Collector(
            new Fetcher(InstantSource.fixed(NOW), new SplittableRandom(1), pause -> {}), SourceKinds.list());

    @TempDir
    Path folder;

    @Test
    void datesASnapshotByTheRunAndItsPartsByTheClock() throws IOException {
        String file = write("caps.json", "{\"orchestrators\": [{\"address\": \"0x" + "1".repeat(40) + "\"}]}");

        assertThat(collector.collect(List.of(source("own", NETWORK, file)), AT))
                .singleElement()
                .isInstanceOfSatisfying(Outcome.Collected.class, collected -> {
                    assertThat(collected.snapshot().instant()).isEqualTo(AT);
                    assertThat(collected.snapshot().source()).isEqualTo("own");
                    assertThat(collected.snapshot().parts())
                            .singleElement()
                            .satisfies(part -> assertThat(part.fetchedAt()).isEqualTo(NOW));
                });
    }

    @Test
    void goesOnPastFailures() throws IOException {
        String sound = write("caps.json", "{\"orchestrators\": [{\"address\": \"0x" + "1".repeat(40) + "\"}]}");
        String empty = write("empty.json", "{\"orchestrators\": null}");
        List<Outcome> outcomes = collector.collect(
                List.of(
                        source("gone", NETWORK, folder.resolve("gone.json").toString()),
                        source("empty", NETWORK, empty),
                        source("stake", "explorer-orchestrators", sound),
                        source("sound", NETWORK, sound)),
                AT);

        assertThat(outcomes)
                .extracting(outcome -> outcome.settings().name(), Object::getClass)
                .containsExactly(
                        tuple("gone", Outcome.Failed.class),
                        tuple("empty", Outcome.Failed.class),
                        tuple("stake", Outcome.Failed.class),
                        tuple("sound", Outcome.Collected.class));
    }

    @Test
    void keepsNoErrorPage() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(
                    new MockResponse.Builder().body("<html>maintenance</html>").build());
            String url = server.url("/caps?token=t0p").toString();

            assertThat(collector.collect(List.of(source("gateway", NETWORK, url)), AT))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.message())
                                    .isEqualTo(url.replace("t0p", "***") + " is HTML or XML, not JSON."
                                            + " Maybe the address leads to a web page or an error page."));
        }
    }

    private static SourceSettings source(String name, String kind, String url) {
        return new SourceSettings(name, kind, url, Duration.ofDays(8), true);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
