package org.warmplan.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.warmplan.history.Snapshots.NOON;
import static org.warmplan.history.Snapshots.snapshot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;

final class SnapshotStoreTest {
    @TempDir
    static Path shared;

    @TempDir
    Path data;

    private static int folders;

    static Stream<SnapshotStore> stores() {
        return Stream.of(SnapshotStore.inMemory(), SnapshotStore.at(shared.resolve("data" + folders++)));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void givesBackWhatWasFiled(SnapshotStore store) {
        Snapshot text = snapshot("a", NOON, "grün \u0000\u2028 \"quoted\"\r\n");
        Snapshot bytes = snapshot("b", "picture", NOON, new byte[] {(byte) 0xff, 0, 1});
        Snapshot empty = snapshot("c", NOON, "");

        for (Snapshot snapshot : new Snapshot[] {text, bytes, empty}) {
            assertThat(store.add(snapshot)).isEqualTo(snapshot);
            assertThat(store.get(SnapshotId.of(snapshot))).isEqualTo(snapshot);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void listsOldestFirstUpToAnInstant(SnapshotStore store) {
        store.add(snapshot("b", NOON, "1"));
        store.add(snapshot("a", NOON, "2"));
        store.add(snapshot("z", NOON.minusSeconds(60), "3"));
        store.add(snapshot("a", NOON.plusSeconds(1), "4"));

        assertThat(store.list(NOON))
                .containsExactly(
                        new SnapshotId("z", NOON.minusSeconds(60)),
                        new SnapshotId("a", NOON),
                        new SnapshotId("b", NOON));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void keepsTheFirstOfTwoThatSayTheSame(SnapshotStore store) {
        store.add(snapshot("a", NOON, "same"));
        Snapshot second = new Snapshot(
                "a",
                "model-id",
                NOON.plusMillis(300),
                snapshot("a", NOON.plusMillis(300), "same").parts());

        assertThat(store.add(second)).isEqualTo(snapshot("a", NOON, "same"));
        assertThat(store.list(Instant.MAX)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void filesOtherContentUnderTheNextFreeSecond(SnapshotStore store) {
        store.add(snapshot("a", NOON, "first"));
        store.add(snapshot("a", NOON.plusSeconds(1), "second"));

        assertThat(store.add(snapshot("a", NOON, "third")).instant()).isEqualTo(NOON.plusSeconds(2));
        assertThat(store.add(snapshot("a", NOON, "second")).instant()).isEqualTo(NOON.plusSeconds(1));
        assertThat(store.get(new SnapshotId("a", NOON)).parts().get(0).body()).isEqualTo("first");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void filesTheSameBytesOfAnotherKindApart(SnapshotStore store) {
        store.add(snapshot("a", "one-kind", NOON, new byte[] {1}));

        assertThat(store.add(snapshot("a", "other-kind", NOON, new byte[] {1})))
                .returns("other-kind", Snapshot::kind)
                .returns(NOON.plusSeconds(1), Snapshot::instant);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void saysWhenThereIsNone(SnapshotStore store) {
        assertThatThrownBy(() -> store.get(new SnapshotId("a", NOON))).isInstanceOf(InputException.class);
        assertThat(store.list(Instant.MAX)).isEmpty();
    }

    @Test
    void filesTheSameBytesForTheSameSnapshot() throws IOException {
        Path one = data.resolve("one");
        Path two = data.resolve("two");
        SnapshotStore.at(one).add(snapshot("a", NOON, "x"));
        SnapshotStore.at(two).add(snapshot("a", NOON, "x"));
        Path file = Path.of("snapshots", "a", "20261123T120000Z.json.gz");

        assertThat(one.resolve(file)).hasSameBinaryContentAs(two.resolve(file));
        assertThat(Files.readAllBytes(one.resolve(file))).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
    }

    @Test
    void writesTheEnvelopeAsDocumented() throws IOException {
        SnapshotStore.at(data).add(snapshot("a", NOON, "x"));

        assertThat(unzipped(file("a", "20261123T120000Z"))).isEqualTo("""
                {
                  "version": 1,
                  "source": "a",
                  "kind": "model-id",
                  "instant": "2026-11-23T12:00:00Z",
                  "parts": [
                    {
                      "url": "https://orch-1.example/model",
                      "status": 200,
                      "contentType": "text/plain",
                      "etag": null,
                      "lastModified": "Mon, 23 Nov 2026 05:59:00 GMT",
                      "fetchedAt": "2026-11-23T12:00:00Z",
                      "sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
                      "body": "x"
                    }
                  ]
                }
                """);
    }

    @Test
    void neverTouchesAFiledSnapshot() throws IOException {
        SnapshotStore store = SnapshotStore.at(data);
        store.add(snapshot("a", NOON, "x"));
        Path file = file("a", "20261123T120000Z");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        byte[] before = Files.readAllBytes(file);
        store.add(snapshot("a", NOON, "x"));
        store.add(snapshot("a", NOON, "y"));

        assertThat(file).hasBinaryContent(before);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(0));
    }

    @Test
    void passesOverFilesThatAreNoSnapshots() throws IOException {
        SnapshotStore store = SnapshotStore.at(data);
        store.add(snapshot("a", NOON, "x"));
        Path file = file("a", "20261123T120000Z");
        for (String name : new String[] {".20261123T120001Z.json.gz.tmp", "notes.txt", "20261399T120000Z.json.gz"}) {
            Files.copy(file, file.resolveSibling(name));
        }
        Files.createDirectories(data.resolve("snapshots/.hidden"));
        Files.writeString(data.resolve("snapshots/readme"), "x");

        assertThat(store.list(Instant.MAX)).containsExactly(new SnapshotId("a", NOON));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void tellsWhetherAnythingWasWritten(SnapshotStore store) {
        assertThat(store.file(snapshot("a", NOON, "x")).isNew()).isTrue();
        assertThat(store.file(snapshot("a", NOON, "x")).isNew()).isFalse();
        assertThat(store.file(snapshot("a", NOON, "y")).isNew()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void takesAway(SnapshotStore store) {
        store.add(snapshot("a", NOON, "x"));
        store.add(snapshot("b", NOON, "y"));
        store.remove(List.of(new SnapshotId("a", NOON), new SnapshotId("c", NOON)));

        assertThat(store.list(Instant.MAX)).containsExactly(new SnapshotId("b", NOON));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void findsTheNewestOfASource(SnapshotStore store) {
        store.add(snapshot("a", NOON, "1"));
        store.add(snapshot("a", NOON.plusSeconds(60), "2"));
        store.add(snapshot("b", NOON.plusSeconds(90), "3"));

        assertThat(store.findNewest("a")).contains(snapshot("a", NOON.plusSeconds(60), "2"));
        assertThat(store.findNewest("c")).isEmpty();
    }

    @Test
    void theNewestIsOneThatCanBeRead() throws IOException {
        SnapshotStore store = SnapshotStore.at(data);
        store.add(snapshot("a", NOON, "1"));
        store.add(snapshot("a", NOON.plusSeconds(60), "2"));
        Files.writeString(file("a", "20261123T120100Z"), "damaged");

        assertThat(store.findNewest("a")).contains(snapshot("a", NOON, "1"));
    }

    @Test
    void clearsAwayWhatAKilledProgramLeft() throws IOException {
        SnapshotStore store = SnapshotStore.at(data);
        store.add(snapshot("a", NOON, "x"));
        Path file = file("a", "20261123T120000Z");
        Path left = Files.createFile(file.resolveSibling(".20261123T120001Z.json.gz1234567890.tmp"));
        Path other = Files.createFile(file.resolveSibling(".notes.tmp"));
        store.add(snapshot("a", NOON, "y"));

        assertThat(left).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void filesNothingOutsideItsFolder() {
        assertThatThrownBy(() -> SnapshotStore.at(data).add(snapshot("../a", NOON, "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Path file(String source, String name) {
        return data.resolve("snapshots").resolve(source).resolve(name + ".json.gz");
    }

    private static String unzipped(Path file) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
