package org.warmplan.history.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Window;
import org.warmplan.history.History;
import org.warmplan.history.Observed;
import org.warmplan.history.SnapshotReaders;
import org.warmplan.history.SnapshotStore;

/** The index answers what reading the files would answer, whatever happened to files and index. */
final class IndexedHistoryTest {
    private static final int FOLDERS = 12;
    private static final int MANY_FOLDERS = 100;
    private static final int ROUNDS = 8;
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    private IndexedHistory indexed(Path data) {
        return new IndexedHistory(data, RandomSnapshots.READERS, notes::add);
    }

    private static History direct(Path data) {
        return History.of(SnapshotStore.at(data), RandomSnapshots.READERS);
    }

    private Path filled(long seed) {
        Path data = folder.resolve("data" + seed);
        RandomSnapshots snapshots = new RandomSnapshots(new Random(seed), data);
        for (int i = 0; i < ROUNDS; i++) {
            snapshots.file();
        }
        return data;
    }

    @Test
    void answersAsTheFilesDo() {
        compare(0, FOLDERS);
    }

    /** By {@code mvn test -Dtest=IndexedHistoryTest -Dtests.excluded=none} only: it takes minutes. */
    @Test
    @Tag("long")
    void answersAsManyFilesDo() {
        compare(FOLDERS, FOLDERS + MANY_FOLDERS);
    }

    private void compare(int from, int to) {
        int observations = 0;
        int problems = 0;
        int cards = 0;
        for (int seed = from; seed < to; seed++) {
            Path data = folder.resolve("random" + seed);
            Random random = new Random(seed);
            RandomSnapshots snapshots = new RandomSnapshots(random, data);
            for (int round = 0; round < ROUNDS; round++) {
                snapshots.file();
                if (random.nextInt(3) == 0) {
                    snapshots.meddle();
                }
                Window window = snapshots.window();
                var sources = snapshots.sources();
                Observed expected = direct(data).observe(window, sources);
                assertThat(indexed(data).observe(window, sources)).isEqualTo(expected);
                observations += expected.observations().size();
                problems += expected.issues().size();
                cards += compareCards(data, expected, window);
            }
            assertThat(indexed(data).filed()).isEqualTo(direct(data).filed());
            Map<String, List<String>> grown = Dump.of(data);
            indexed(data).rebuild();
            assertThat(Dump.of(data)).as("folder " + seed).isEqualTo(grown);
        }

        assertThat(notes).isEmpty();
        assertThat(observations).isGreaterThan(FOLDERS * ROUNDS);
        assertThat(problems).isGreaterThan(FOLDERS * ROUNDS);
        assertThat(cards).isGreaterThan(FOLDERS);
    }

    private int compareCards(Path data, Observed observed, Window window) {
        int found = 0;
        for (Observation observation : observed.observations()) {
            if (observation instanceof Offer offer && found < 1) {
                List<Offer> expected = direct(data).offersWithCards(offer.orchestrator(), window.to());
                assertThat(indexed(data).offersWithCards(offer.orchestrator(), window.to()))
                        .isEqualTo(expected);
                found += expected.isEmpty() ? 0 : 1;
            }
        }
        return found;
    }

    @Test
    void nothingIsLeftOfSnapshotsThatAreGone() {
        Path data = filled(1);
        indexed(data).filed();
        SnapshotStore store = SnapshotStore.at(data);
        store.remove(store.list(Instant.MAX));
        assertThat(indexed(data).observe(EVER)).isEqualTo(new Observed(List.of(), List.of(), List.of()));

        Dump.of(data).forEach((table, rows) -> assertThat(rows).hasSize(table.equals("meta") ? 1 : 0));
    }

    @Test
    void anotherPathToTheSameFilesGivesTheSameIndexAndAnswersInItsOwnWords() throws IOException {
        Path data = filled(2);
        new RandomSnapshots(new Random(5), data).meddle();
        indexed(data).filed();
        Map<String, List<String>> dump = Dump.of(data);
        Path moved = Files.move(data, folder.resolve("moved"));

        assertThat(indexed(moved).observe(EVER)).isEqualTo(direct(moved).observe(EVER));
        assertThat(Dump.of(moved)).isEqualTo(dump);
    }

    @Test
    void otherReadersReadEverythingAgain() {
        Path data = filled(3);
        indexed(data).filed();
        SnapshotReaders fewer =
                SnapshotReaders.of(1, RandomSnapshots.READERS.list().subList(0, 1));
        IndexedHistory other = new IndexedHistory(data, fewer, notes::add);

        assertThat(other.observe(EVER))
                .isEqualTo(History.of(SnapshotStore.at(data), fewer).observe(EVER));
        assertThat(notes)
                .containsExactly("The index " + data.resolve("history.db")
                        + " was made by another version, so it is made anew from the snapshots.");
    }

    @Test
    void aNewerVersionOfTheReadersReadsEverythingAgain() {
        Path data = filled(3);
        indexed(data).filed();
        new IndexedHistory(data, SnapshotReaders.of(2, RandomSnapshots.READERS.list()), notes::add).filed();

        assertThat(notes).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE \"seen\"",
                "DELETE FROM \"seen\" WHERE \"position\" = 1",
                "DELETE FROM \"observation\" WHERE \"type\" = 'offer'",
                "DELETE FROM \"data_issue\"",
                "UPDATE \"offer\" SET \"workload\" = 'none'",
                "UPDATE \"observation\" SET \"type\" = 'none'",
                "UPDATE \"snapshot\" SET \"instant\" = 'noon'",
                "UPDATE \"flyway_schema_history\" SET \"checksum\" = 1",
                "UPDATE \"flyway_schema_history\" SET \"success\" = 0",
                "DELETE FROM \"flyway_schema_history\"",
                "DROP TABLE \"flyway_schema_history\"",
                "INSERT INTO \"flyway_schema_history\" SELECT 9, '9', 'x', 'SQL', 'V9__x.sql', 1, 'me', \"installed_on\", 1, 1"
                        + " FROM \"flyway_schema_history\"",
                "DELETE FROM \"meta\""
            })
    void anIndexThatWasMeddledWithIsMadeAnew(String statement) {
        Path data = filled(4);
        indexed(data).filed();
        Map<String, List<String>> dump = Dump.of(data);
        new Database(data.resolve("history.db"))
                .use(handle -> handle.createUpdate(statement).execute());

        assertThat(indexed(data).observe(EVER)).isEqualTo(direct(data).observe(EVER));
        assertThat(Dump.of(data)).isEqualTo(dump);
    }

    /** Any bytes may be other than they were, and any length may be missing: there is an answer. */
    @Test
    void aDamagedIndexIsMadeAnew() throws IOException {
        Path data = filled(5);
        Path file = data.resolve("history.db");
        indexed(data).filed();
        Observed expected = direct(data).observe(EVER);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 2 == 0 ? whole.length : random.nextInt(whole.length));
            for (int flips = i % 4 == 1 ? 0 : 2000; flips > 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            assertThat(indexed(data).observe(EVER)).as("damage %d", i).isEqualTo(expected);
        }
        assertThat(notes).isNotEmpty().allMatch(note -> note.endsWith("so it is made anew from the snapshots."));
    }

    @Test
    void aFileThatIsNoDatabaseIsReplaced() throws IOException {
        Path data = filled(6);
        Files.writeString(data.resolve("history.db"), "This is no database. ".repeat(300));

        assertThat(indexed(data).observe(EVER)).isEqualTo(direct(data).observe(EVER));
        assertThat(notes).hasSize(1);
        assertThat(notes.get(0)).contains("cannot be used: ").endsWith("so it is made anew from the snapshots.");
        notes.clear();
        indexed(data).observe(EVER);
        assertThat(notes).isEmpty();
    }

    @Test
    void whereNoIndexCanBeTheFilesAreRead() throws IOException {
        Path data = filled(7);
        Files.createDirectories(data.resolve("history.db").resolve("full"));

        assertThat(indexed(data).observe(EVER)).isEqualTo(direct(data).observe(EVER));
        assertThat(notes).last().asString().startsWith("The snapshots are read without their index");
    }

    @Test
    void aFolderWithoutSnapshotsStaysAsItIs() {
        Path data = folder.resolve("nothing");

        assertThat(indexed(data).observe(EVER).inputs()).isEmpty();
        assertThat(data).doesNotExist();
    }

    @Test
    void flywayRestsWhenNothingIsToDo() {
        Path data = filled(8);
        indexed(data).filed();

        assertThat((boolean) new Database(data.resolve("history.db")).use(Migrations::isCurrent))
                .isTrue();
        assertThat(Path.of("src/main/resources/org/warmplan/history/index")
                        .toFile()
                        .list())
                .containsExactlyInAnyOrderElementsOf(Migrations.FILES);
    }
}
