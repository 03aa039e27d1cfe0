package org.warmplan.history.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.collect.SourceKinds;
import org.warmplan.domain.Window;
import org.warmplan.history.History;
import org.warmplan.history.Observed;
import org.warmplan.history.SnapshotReaders;
import org.warmplan.history.SnapshotStore;

/** A year of hourly snapshots of a network of 60 orchestrators. */
final class YearTest {
    private static final Instant END = Instant.parse("2026-11-23T06:00:00Z");
    private static final SnapshotReaders READERS = SnapshotReaders.of(SourceKinds.READERS_VERSION, SourceKinds.list());
    /** The best of them counts: others work on the machine too. */
    private static final int TRIES = 3;

    private static final int YEAR = 365 * 24;

    @TempDir
    private Path data;

    /** By {@code mvn test -Dtest=YearTest -Dtests.excluded=none} only: it takes minutes, and prints how long what took. */
    @Test
    @Tag("long")
    void aYearIsIndexedAndFourWeeksAreReadAsFromTheFiles() throws IOException {
        long filing = file(data, YEAR);
        List<String> notes = new ArrayList<>();
        IndexedHistory history = new IndexedHistory(data, READERS, notes::add);
        long indexing = System.nanoTime();
        int filed = history.filed().size();
        indexing = System.nanoTime() - indexing;
        Window window = Window.before(END, Duration.ofDays(28));
        Observed observed = history.observe(window);
        long reading = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            new IndexedHistory(data, READERS, notes::add).observe(window);
            reading = Math.min(reading, System.nanoTime() - start);
        }
        long direct = System.nanoTime();
        Observed read = History.of(SnapshotStore.at(data), READERS).observe(window);
        direct = System.nanoTime() - direct;
        System.out.printf(
                "filing %d ms, indexing %d ms, 4 weeks %d ms (%d observations; from the files %d ms), snapshots %d KiB, index %d KiB%n",
                filing / 1_000_000,
                indexing / 1_000_000,
                reading / 1_000_000,
                observed.observations().size(),
                direct / 1_000_000,
                bytes(data.resolve("snapshots")) >> 10,
                Files.size(data.resolve("history.db")) >> 10);

        assertThat(filed).isEqualTo(YEAR);
        assertThat(notes).containsExactly("Indexing 8760 snapshots; this happens once.");
        assertThat(observed).isEqualTo(read);
    }

    private static long file(Path data, int hours) {
        long start = System.nanoTime();
        SnapshotStore store = SnapshotStore.at(data);
        HourlyNetwork network = new HourlyNetwork(20_261_125, 60);
        for (int hour = hours - 1; hour >= 0; hour--) {
            store.add(network.next("network", END.minus(Duration.ofHours(hour))));
        }
        return System.nanoTime() - start;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(YearTest::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
