package org.warmplan.history.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.ReceivedBody;
import org.warmplan.history.SnapshotStore;

/**
 * A program that files snapshots, and asks the index after each when told to. Arguments: data folder, first and last
 * number, {@code ask} or {@code file}. Number n is of source s0 to s2 in turn, at a second of its own, with n for a body.
 */
final class SideBySide {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SOURCES = 3;

    private SideBySide() {}

    public static void main(String[] args) {
        Path data = Path.of(args[0]);
        SnapshotStore store = SnapshotStore.at(data);
        for (int n = Integer.parseInt(args[1]); n < Integer.parseInt(args[2]); n++) {
            store.add(snapshot(n));
            if (args[3].equals("ask")) {
                new IndexedHistory(data, RandomSnapshots.READERS, note -> {}).filed();
            }
            System.out.println(n);
        }
    }

    static Snapshot snapshot(int n) {
        Instant instant = START.plusSeconds(n);
        ReceivedBody body = ReceivedBody.of(String.valueOf(n).getBytes(StandardCharsets.UTF_8));
        return new Snapshot(
                "s" + n % SOURCES,
                "one",
                instant,
                List.of(new Snapshot.Part(
                        "x", 200, null, null, null, instant, body.sha256(), body.text(), body.encoding())));
    }

    /** Starts it as another program, which keeps what SQLite unpacks to itself. */
    static Process start(Path temporary, Object... args) throws IOException {
        return new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-Djava.io.tmpdir=" + temporary,
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        SideBySide.class.getName()),
                                Arrays.stream(args).map(Object::toString))
                        .toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
