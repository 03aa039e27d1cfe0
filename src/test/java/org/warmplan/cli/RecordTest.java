package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.files.JsonText;
import tools.jackson.databind.JsonNode;

/** What {@code collect --record} leaves for a bug report. */
final class RecordTest {
    private static final String BODY = "{\"orchestrators\": [{\"address\": \"0x" + "1".repeat(40) + "\"}]}";

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

    private Cli.Result collect() throws IOException {
        String address = server.url("/caps").toString().replace("http://", "http://me:s3cret-pass@");
        Path sources = Files.writeString(
                folder.resolve("sources.yaml"),
                "sources: [{name: gateway, kind: network-capabilities, token: '${WARMPLAN_TEST_TOKEN}',"
                        + " url: '%s?api_key=s3cret-key'}]\n".formatted(address));
        return Cli.run(
                "collect",
                "--sources",
                sources,
                "--data",
                folder.resolve("data"),
                "--record",
                folder.resolve("record"));
    }

    private List<JsonNode> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("record").resolve(file)).stream()
                .map(line -> JsonText.readStrict(file, line))
                .toList();
    }

    @Test
    void keepsGoodAnswersSoThatTheyCanBeFiledAnew() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(BODY)
                .build());
        Cli.Result result = collect();
        JsonNode line = lines("manifest.jsonl").get(0);

        assertThat(result.err()).contains("The raw answers are in " + folder.resolve("record"));
        assertThat(line.get("source").stringValue()).isEqualTo("gateway");
        assertThat(line.get("kind").stringValue()).isEqualTo("network-capabilities");
        assertThat(line.get("instant").stringValue()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(line.get("file").stringValue()).isEqualTo("001-gateway.json");
        assertThat(folder.resolve("record/001-gateway.json")).hasContent(BODY);
    }

    @Test
    void keepsWhatWentWrongToo() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .code(403)
                .addHeader("Set-Cookie", "session=abc")
                .body("no, t0ken-of-the-test is not welcome, \"refresh_token\": \"other\"")
                .build());
        collect();
        JsonNode request = lines("requests.jsonl").get(0);

        assertThat(request.get("status").intValue()).isEqualTo(403);
        assertThat(request.get("problem").stringValue()).isEqualTo("answered 403");
        assertThat(request.get("headers").toString())
                .contains("Set-Cookie: ***")
                .doesNotContain("abc");
        assertThat(folder.resolve("record/001-gateway.txt"))
                .hasContent("no, *** is not welcome, \"refresh_token\": \"***\"");
        assertThat(folder.resolve("record/manifest.jsonl")).isEmptyFile();
    }

    @Test
    void holdsNoSecret() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "/caps?api_key=s3cret-key")
                .build());
        server.enqueue(new MockResponse.Builder()
                .body("you are me with s3cret-pass and " + Cli.TOKEN)
                .build());
        Cli.Result result = collect();

        StringBuilder all = new StringBuilder(result.out() + result.err());
        try (var files = Files.walk(folder.resolve("record"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        assertThat(all.toString())
                .contains("\"problem\":\"redirects\"")
                .doesNotContain("s3cret-key")
                .doesNotContain("s3cret-pass")
                .doesNotContain(Cli.TOKEN);
    }
}
