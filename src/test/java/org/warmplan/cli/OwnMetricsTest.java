package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.files.JsonText;

/** The operator's own node, named in fleet.yaml, is a source of the weekly run. */
final class OwnMetricsTest {
    private static final Path NETWORK =
            Path.of("data", "example", "network", "network-capabilities-20261123T060000Z.json");

    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path folder;

    private Path fleet;

    @BeforeEach
    void start() throws IOException {
        server.start();
        fleet = Files.writeString(
                folder.resolve("fleet.yaml"),
                "version: 1\nmetrics: %s\nworkers: [{name: rig1, gpus: [{name: RTX 4090}]}]\n"
                        .formatted(server.url("/metrics")));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Cli.Result run(Object... more) {
        List<Object> words = new ArrayList<>(List.of("run", "--fleet", fleet, "--data", folder.resolve("data")));
        words.addAll(List.of("--out", folder.resolve("out")));
        words.addAll(List.of(more));
        return Cli.run(words.toArray());
    }

    private List<String> inputs() throws IOException {
        List<String> sources = new ArrayList<>();
        JsonText.readStrict("plan", Files.readString(folder.resolve("out/plan.json")))
                .get("inputs")
                .forEach(input -> sources.add(input.get("source").asString()));
        return sources;
    }

    @Test
    void isAskedAndIsPartOfThePlan() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .body("livepeer_ai_models_requested{pipeline=\"text-to-image\",model_name=\"a/b\"} 7\n")
                .build());
        Cli.Result result = run("--sources", NETWORK);

        assertThat(result.err()).contains("own-metrics: 1 observations, 0 issues; the first snapshot of this source\n");
        assertThat(inputs()).containsExactly("network-capabilities", "own-metrics");
        assertThat(run("--offline", "--sources", NETWORK).exitCode()).isZero();
        assertThat(inputs()).containsExactly("network-capabilities", "own-metrics");
    }

    @Test
    void isNoReasonToPlanNothingWhenItIsDown() throws IOException {
        server.enqueue(new MockResponse.Builder().code(404).build());
        Cli.Result result = run("--sources", NETWORK);

        assertThat(result.exitCode()).isZero();
        assertThat(inputs()).containsExactly("network-capabilities");
        assertThat(Files.readString(folder.resolve("out/report.md")))
                .contains("own-metrics failed: The source http://");
    }

    @Test
    void isNotAskedAboutAnotherTime() {
        Cli.Result result = run("--sources", NETWORK, "--at", "2026-11-23T07:00:00Z");

        assertThat(result.exitCode()).isZero();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void isAskedOnceWhenTheSourcesNameItToo() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .body("livepeer_ai_models_requested{pipeline=\"text-to-image\",model_name=\"a/b\"} 7\n")
                .build());
        Path sources = Files.writeString(
                folder.resolve("sources.yaml"), """
                sources:
                  - {name: network, kind: network-capabilities, url: "%s"}
                  - {name: mine, kind: orchestrator-metrics, url: "%s"}
                """.formatted(NETWORK.toAbsolutePath(), server.url("/metrics")));
        run("--sources", sources);

        assertThat(inputs()).containsExactly("mine", "network");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }
}
