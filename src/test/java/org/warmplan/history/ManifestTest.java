package org.warmplan.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;

final class ManifestTest {
    private static final String LINE =
            "{\"instant\": \"2026-11-23T06:00:00Z\", \"source\": \"a\", \"kind\": \"model-id\","
                    + " \"url\": \"https://orch-1.example/one\", \"file\": \"payloads/one\"}";

    @TempDir
    Path folder;

    @BeforeEach
    void payloads() throws IOException {
        Files.createDirectories(folder.resolve("payloads"));
        Files.writeString(folder.resolve("payloads/one"), "one");
        Files.writeString(folder.resolve("payloads/two"), "two");
    }

    @Test
    void readsAPayloadBesideIt() throws IOException {
        assertThat(read(LINE))
                .singleElement()
                .satisfies(snapshot -> {
                    assertThat(snapshot.source()).isEqualTo("a");
                    assertThat(snapshot.kind()).isEqualTo("model-id");
                    assertThat(snapshot.instant()).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));
                })
                .extracting(snapshot -> snapshot.parts().get(0))
                .satisfies(part -> {
                    assertThat(part.url()).isEqualTo("https://orch-1.example/one");
                    assertThat(part.body()).isEqualTo("one");
                    assertThat(part.fetchedAt()).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));
                });
    }

    @Test
    void makesOneSnapshotOfTheLinesOfOneInstant() throws IOException {
        assertThat(read(LINE, "", LINE.replace("one", "two")))
                .singleElement()
                .satisfies(snapshot -> assertThat(snapshot.parts())
                        .extracting(Snapshot.Part::body)
                        .containsExactly("one", "two"));
    }

    @Test
    void ordersSnapshotsByTimeThenSource() throws IOException {
        assertThat(read(
                        LINE.replace("\"a\"", "\"b\""),
                        LINE,
                        LINE.replace("\"a\"", "\"z\"").replace("T06", "T05")))
                .extracting(Snapshot::source)
                .containsExactly("z", "a", "b");
    }

    @Test
    void storesNoSecret() throws IOException {
        assertThat(read(LINE.replace("https://", "https://user:pass@")))
                .singleElement()
                .satisfies(
                        snapshot -> assertThat(snapshot.parts().get(0).url()).isEqualTo("https://orch-1.example/one"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a\"|\"../a\"|: source is ../a, not 1 to 64 letters, digits, dots, underscores or dashes."
                        + " Maybe shorten it, or leave out the spaces.",
                "2026-11-23T06:00:00Z|Monday|: instant is Monday, no time in UTC. Maybe write it like 2026-11-23T06:00:00Z.",
                "\"url\"|\"uri\"|: url is missing. Maybe add it.",
                "\"kind\": \"model-id\"|\"kind\": \"model-id\", \"size\": 3|: size is not a known field."
                        + " Maybe one of these was meant: file, instant, kind, source, url."
            })
    void saysWhichLineIsWrong(String sound, String wrong, String problem) {
        assertThatThrownBy(() -> read(LINE, LINE.replace(sound, wrong)))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("manifest.jsonl") + " line 2" + problem);
    }

    @Test
    void refusesTwoKindsInOneSnapshot() {
        assertThatThrownBy(() -> read(LINE, LINE.replace("model-id", "other")))
                .hasMessage(folder.resolve("manifest.jsonl")
                        + " line 2: kind is other, but model-id above. Maybe it is another source.");
    }

    @Test
    void saysWhichPayloadIsMissing() {
        assertThatThrownBy(() -> read(LINE.replace("payloads/one", "gone")))
                .hasMessage("The payload " + folder.resolve("gone")
                        + " does not exist. Maybe the path is relative to another folder.");
    }

    @Test
    void refusesAnEmptyManifest() {
        assertThatThrownBy(() -> read("", " "))
                .hasMessage("The manifest " + folder.resolve("manifest.jsonl")
                        + " names no file. Maybe writing it was cut short.");
    }

    private List<Snapshot> read(String... lines) throws IOException {
        return Manifest.read(Files.write(folder.resolve("manifest.jsonl"), List.of(lines)));
    }
}
