package org.warmplan.history.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.domain.Window;
import org.warmplan.history.History;
import org.warmplan.history.SnapshotId;
import org.warmplan.history.SnapshotStore;

/** Programs that file and index at the same time, and programs that are killed while they do. */
final class SeveralProgramsTest {
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    private static final int SOME = 8;
    private static final int MANY = 200;

    @TempDir
    private Path folder;

    @TempDir
    private Path data;

    private final List<String> notes = new ArrayList<>();

    /** Every file can be read, nothing is left half done, and the index says what the files say. */
    private void requireWhole(int filed) throws IOException {
        History direct = History.of(SnapshotStore.at(data), RandomSnapshots.READERS);
        IndexedHistory indexed = new IndexedHistory(data, RandomSnapshots.READERS, notes::add);

        assertThat(indexed.observe(EVER)).isEqualTo(direct.observe(EVER));
        assertThat(SnapshotStore.at(data).list(Instant.MAX).stream().sorted())
                .containsExactlyElementsOf(IntStream.range(0, filed)
                        .mapToObj(n -> SnapshotId.of(SideBySide.snapshot(n)))
                        .sorted()
                        .toList());
        assertThat(indexed.filed()).allMatch(one -> one.parts() == 1);
        try (Stream<Path> files = Files.walk(data)) {
            assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void twoProgramsFileAndIndexSideBySide() throws IOException, InterruptedException {
        Process one = SideBySide.start(folder, data, 0, 40, "ask");
        Process same = SideBySide.start(folder, data, 0, 40, "file");
        Process other = SideBySide.start(folder, data, 40, 80, "ask");
        for (Process process : List.of(one, same, other)) {
            process.getInputStream().readAllBytes();
            assertThat(process.waitFor()).isZero();
        }

        requireWhole(80);
        assertThat(notes).isEmpty();
    }

    @Test
    void aKilledProgramLeavesAHistoryThatIsWhole() throws IOException, InterruptedException {
        killAndLook(SOME);
    }

    /** By {@code mvn test -Dtest=SeveralProgramsTest -Dtests.excluded=none} only: it takes many minutes. */
    @Test
    @Tag("long")
    void aProgramKilledOftenLeavesAHistoryThatIsWhole() throws IOException, InterruptedException {
        killAndLook(MANY);
    }

    private void killAndLook(int times) throws IOException, InterruptedException {
        Random random = new Random(20_261_125);
        int filed = 0;
        for (int i = 0; i < times; i++) {
            Process process = SideBySide.start(folder, data, filed, filed + 100, i % 2 == 0 ? "ask" : "file");
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                // From the first one filed on, at any moment.
                assertThat(said.readLine()).isEqualTo(String.valueOf(filed));
                Thread.sleep(random.nextInt(i % 2 == 0 ? 400 : 60));
            } finally {
                process.destroyForcibly().waitFor();
            }
            filed = next(filed);
            for (int source = 0; source < 3; source++) {
                SnapshotStore.at(data).add(SideBySide.snapshot(filed++));
            }
            requireWhole(filed);
        }
        assertThat(notes).isEmpty();
        assertThat(filed).isGreaterThan(4 * times);
    }

    private int next(int atLeast) {
        int next = atLeast;
        while (SnapshotStore.at(data).has(SnapshotId.of(SideBySide.snapshot(next)))) {
            next++;
        }
        return next;
    }
}
