package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.files.JsonText;
import tools.jackson.databind.JsonNode;

/** What {@code collect} prints. */
final class CollectTest {
    private static final Path NETWORK =
            Path.of("data", "example", "network", "network-capabilities-20261123T060000Z.json");

    @TempDir
    private Path folder;

    private Path sources;

    @BeforeEach
    void writeTheSources() throws IOException {
        sources = Files.writeString(folder.resolve("sources.yaml"), """
                sources:
                  - {name: network, kind: network-capabilities, url: "%s", required: true}
                  - {name: gone, kind: network-capabilities, url: gone.json}
                  - {name: far, kind: network-capabilities, url: "http://me:s3cret@127.0.0.1:1/x?apikey=abc"}
                """.formatted(NETWORK.toAbsolutePath()));
    }

    private Cli.Result collect(String... more) {
        Object[] words = new Object[5 + more.length];
        words[0] = "collect";
        words[1] = "--sources";
        words[2] = sources;
        words[3] = "--data";
        words[4] = folder.resolve("data");
        System.arraycopy(more, 0, words, 5, more.length);
        return Cli.run(words);
    }

    private static JsonNode read(Cli.Result result) {
        assertThat(result.out() + result.err()).doesNotContain("s3cret").doesNotContain("abc");
        return JsonText.readStrict("stdout", result.out()).get("sources");
    }

    @Test
    void listsTheSourcesAsJson() {
        Cli.Result result = collect("--list", "--format", "json");

        assertThat(result.err()).isEmpty();
        assertThat(read(result)).hasSize(3);
        assertThat(read(result).get(2).toString())
                .isEqualTo("{\"name\":\"far\",\"kind\":\"network-capabilities\","
                        + "\"url\":\"http://127.0.0.1:1/x?apikey=***\",\"required\":false,\"maxAge\":\"8d\","
                        + "\"description\":\"Who offers which model, warm or cold, on which GPU, at which price, as one"
                        + " gateway sees it.\"}");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void listsTheSourcesAsLines() {
        assertThat(collect("--list").out())
                .contains("far  network-capabilities  http://127.0.0.1:1/x?apikey=***  max. 8d old\n"
                        + "    Who offers which model, warm or cold,")
                .contains(", required\n")
                .contains("\nOther kinds that a sources file may name:\n  capabilities-page: ");
    }

    @Test
    void tellsWhatBecameOfEachSourceAsJson() throws IOException {
        Files.writeString(sources, Files.readString(sources).replaceAll("(?m)^.*name: far.*\n", ""));
        Cli.Result result = collect("--format", "json");
        JsonNode network = read(result).get(0);
        JsonNode gone = read(result).get(1);

        assertThat(result.exitCode()).isZero();
        assertThat(network.get("name").stringValue()).isEqualTo("network");
        assertThat(network.get("required").booleanValue()).isTrue();
        assertThat(network.get("instant").stringValue()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(network.get("observations").intValue()).isPositive();
        assertThat(network.get("issues").intValue()).isNotNegative();
        assertThat(network.has("error")).isFalse();
        assertThat(gone.get("error").stringValue()).contains("gone.json does not exist");
        assertThat(gone.has("instant")).isFalse();
        assertThat(result.err())
                .contains("network: ")
                .contains(" observations, ")
                .contains("gone: ");
    }

    @Test
    void aRequiredSourceThatFailsIsInTheJsonToo() throws IOException {
        Files.writeString(
                sources, "sources: [{name: gone, kind: network-capabilities, url: gone.json, required: true}]\n");
        Cli.Result result = collect("--format", "json");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(read(result)).hasSize(1);
    }

    @Test
    void printsNothingButMessagesOtherwise() throws IOException {
        Files.writeString(sources, Files.readString(sources).replaceAll("(?m)^.*name: far.*\n", ""));
        Cli.Result result = collect();

        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("network: ")
                .contains(" observations, ")
                .hasLineCount(2);
    }
}
