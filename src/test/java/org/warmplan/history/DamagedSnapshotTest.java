package org.warmplan.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.warmplan.history.Snapshots.NOON;
import static org.warmplan.history.Snapshots.snapshot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.InputException;

final class DamagedSnapshotTest {
    @TempDir
    Path data;

    @Test
    void leavesADamagedFileWhereItIs() throws IOException {
        SnapshotStore store = SnapshotStore.at(data);
        store.add(snapshot("a", NOON, "x"));
        Path file = file("a", "20261123T120000Z");
        Files.write(file, new byte[] {1, 2, 3});

        assertThat(store.add(snapshot("a", NOON, "x")).instant()).isEqualTo(NOON.plusSeconds(1));
        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": 1|\"version\": 2|version is above 1. Maybe a newer version of the program wrote it.",
                "\"body\": \"x\"|\"body\": \"y\"|parts[0].body is not what was fetched: its SHA-256 differs."
                        + " Maybe the file was edited by hand.",
                "\"body\": \"x\"|\"encoding\": \"base64\", \"body\": \"?\"|parts[0].body is no sound base64."
                        + " Maybe the file was edited by hand.",
                "\"body\": \"x\"|\"encoding\": \"hex\", \"body\": \"x\"|parts[0].encoding is hex, not base64."
                        + " Maybe a newer version wrote it.",
                "\"etag\": null|\"eTag\": null|parts[0].eTag is not a known field. Maybe one of these was meant: body,"
                        + " contentType, encoding, etag, fetchedAt, lastModified, sha256, status, url.",
                "\"fetchedAt\": \"2026|\"fetchedAt\": \"26|parts[0].fetchedAt is 26-11-23T12:00:00Z, no time in UTC."
                        + " Maybe the file was edited by hand."
            })
    void saysWhatIsWrongWithADamagedSnapshot(String sound, String damaged, String problem) throws IOException {
        SnapshotStore.at(data).add(snapshot("a", NOON, "x"));
        Path file = file("a", "20261123T120000Z");
        zip(file, unzipped(file).replace(sound, damaged));

        assertThatThrownBy(() -> SnapshotStore.at(data).get(new SnapshotId("a", NOON)))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": " + problem);
    }

    @Test
    void noticesARenamedSnapshot() throws IOException {
        SnapshotStore.at(data).add(snapshot("a", NOON, "x"));
        Path file = file("a", "20261123T120000Z");
        Path moved = file.resolveSibling("20261124T120000Z.json.gz");
        Files.move(file, moved);

        assertThatThrownBy(() -> SnapshotStore.at(data).get(new SnapshotId("a", NOON.plusSeconds(86_400))))
                .hasMessage("The snapshot " + moved + " holds a at 2026-11-23T12:00:00Z."
                        + " Maybe it was renamed or moved.");
    }

    @Test
    void noticesASnapshotCutShort() throws IOException {
        SnapshotStore.at(data).add(snapshot("a", NOON, "x"));
        Path file = file("a", "20261123T120000Z");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> SnapshotStore.at(data).get(new SnapshotId("a", NOON)))
                .hasMessage(file + " is no sound gzip. Maybe writing it was cut short.");
    }

    private Path file(String source, String name) {
        return data.resolve("snapshots").resolve(source).resolve(name + ".json.gz");
    }

    private static String unzipped(Path file) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void zip(Path file, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, bytes.toByteArray());
    }
}
