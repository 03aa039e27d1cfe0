package org.warmplan.history.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.SnapshotReader;
import org.warmplan.domain.Window;
import org.warmplan.files.ReceivedBody;
import org.warmplan.history.SnapshotId;
import org.warmplan.history.SnapshotReaders;
import org.warmplan.history.SnapshotStore;

/**
 * Data folders full of random snapshots. A body is a seed: its reader makes random observations and issues of it, many of
 * them the same from snapshot to snapshot, or refuses it.
 */
final class RandomSnapshots {
    static final SnapshotReaders READERS = SnapshotReaders.of(1, List.of(new SeedReader("one"), new SeedReader("two")));
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final int SPAN = 3_000_000;
    private static final List<String> SOURCES = List.of("network", "a", "A", "z-9");

    private final Random random;
    private final SnapshotStore store;
    private final Map<Path, byte[]> whole = new TreeMap<>();
    private final Map<Path, byte[]> cut = new TreeMap<>();

    RandomSnapshots(Random random, Path data) {
        this.random = random;
        this.store = SnapshotStore.at(data);
    }

    private static final class SeedReader implements SnapshotReader {
        private final String kind;

        SeedReader(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Reading read(Snapshot snapshot) {
            Random random = new Random(Long.parseLong(snapshot.parts().get(0).body()));
            if (random.nextInt(8) == 0) {
                throw new InputException("It says nothing \0 \\ %s. Maybe ask again.".formatted(snapshot.source()));
            }
            List<Observation> observations = IntStream.range(0, random.nextInt(12))
                    .mapToObj(i -> new RandomRecords(oneOf(random, 60)).observation(snapshot.instant()))
                    .toList();
            List<DataIssue> issues = IntStream.range(0, random.nextInt(6))
                    .mapToObj(i -> new RandomRecords(oneOf(random, 3)).issue(snapshot.source()))
                    .toList();
            return new Reading(observations, issues);
        }
    }

    /** Files some snapshots, at any time, also before those that are filed. */
    void file() {
        for (int i = random.nextInt(6); i > 0; i--) {
            store.add(snapshot());
        }
    }

    Snapshot snapshot() {
        String[] kinds = {"one", "two", "two", "three \ud800"};
        Instant instant = random.nextInt(3) == 0
                ? START
                : START.plusSeconds(random.nextInt(SPAN)).plusNanos(random.nextInt(2));
        byte[] body = String.valueOf(random.nextInt(60)).getBytes(StandardCharsets.UTF_8);
        ReceivedBody received = ReceivedBody.of(body);
        Snapshot.Part part = new Snapshot.Part(
                "x", 200, null, null, null, instant, received.sha256(), received.text(), received.encoding());
        return new Snapshot(
                SOURCES.get(random.nextInt(SOURCES.size())),
                kinds[random.nextInt(kinds.length)],
                instant,
                random.nextBoolean() ? List.of(part) : List.of(part, part));
    }

    /** Puts a file that cannot be read where none was looked at yet, or mends one, or takes some away. */
    void meddle() {
        switch (random.nextInt(3)) {
            case 0 -> damage();
            case 1 ->
                store.remove(store.list(Instant.MAX).stream()
                        .filter(id -> random.nextInt(5) == 0)
                        .toList());
            default -> mend();
        }
    }

    private void damage() {
        SnapshotStore.Filed fresh = store.file(snapshot());
        if (fresh.isNew()) {
            Path file = Path.of(store.name(SnapshotId.of(fresh.snapshot())));
            whole.put(file, read(file));
            cut.put(file, Arrays.copyOf(read(file), random.nextInt(read(file).length)));
            write(file, cut.get(file));
        }
    }

    private void mend() {
        whole.forEach((file, bytes) -> {
            if (Files.exists(file) && Arrays.equals(read(file), cut.get(file))) {
                write(file, bytes);
            }
        });
        whole.clear();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Window window() {
        Instant from = START.plusSeconds(random.nextInt(SPAN));
        return random.nextInt(3) == 0
                ? new Window(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"))
                : random.nextInt(6) == 0
                        ? new Window(START, START)
                        : new Window(
                                from, from.plusSeconds(random.nextInt(SPAN)).plusNanos(random.nextInt(3)));
    }

    Predicate<String> sources() {
        String one = SOURCES.get(random.nextInt(SOURCES.size()));
        return random.nextInt(3) == 0 ? one::equals : source -> true;
    }

    /** One of so many generators; neighbouring seeds begin alike, so they are spread. */
    private static Random oneOf(Random random, int many) {
        return new Random(random.nextInt(many) * 0x9E3779B97F4A7C15L);
    }
}
