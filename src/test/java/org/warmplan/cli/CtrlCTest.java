package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection that is told to end, as a process of its own. */
final class CtrlCTest {
    private static final Path NETWORK =
            Path.of("data", "example", "network", "network-capabilities-20261123T060000Z.json");

    @TempDir
    private Path folder;

    @Test
    void endsAtOnceAndKeepsWhatWasFiled() throws IOException, InterruptedException {
        try (MockWebServer slow = new MockWebServer()) {
            slow.start();
            slow.enqueue(
                    new MockResponse.Builder().headersDelay(1, TimeUnit.MINUTES).build());
            Process process = collect(slow.url("/").toString());
            slow.takeRequest();
            process.toHandle().destroy();
            String said = text(process);

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            // 128 and the number of the signal, as the shell has it.
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(said)
                    .contains("first: ")
                    .endsWith("Stopped. What was filed until now stays; nothing was filed half.\n");
            assertThat(folder.resolve("data/snapshots/first")).isDirectory();
            assertThat(folder.resolve("data/snapshots/third")).doesNotExist();
        }
    }

    private Process collect(String slow) throws IOException {
        Path sources = Files.writeString(folder.resolve("sources.yaml"), """
                sources:
                  - {name: first, kind: network-capabilities, url: "%s"}
                  - {name: second, kind: network-capabilities, url: "%s"}
                  - {name: third, kind: network-capabilities, url: "%s"}
                """.formatted(
                        NETWORK.toAbsolutePath(), slow, NETWORK.toAbsolutePath()));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "collect",
                        "--sources",
                        sources.toString(),
                        "--data",
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String text(Process process) throws IOException {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder text = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                text.append(line).append('\n');
            }
            return text.toString();
        }
    }
}
