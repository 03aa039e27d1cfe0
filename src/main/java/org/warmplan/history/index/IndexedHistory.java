package org.warmplan.history.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;
import org.warmplan.domain.UsageException;
import org.warmplan.domain.Window;
import org.warmplan.files.LockFile;
import org.warmplan.history.FiledSnapshot;
import org.warmplan.history.History;
import org.warmplan.history.Observed;
import org.warmplan.history.SnapshotReaders;
import org.warmplan.history.SnapshotStore;

/**
 * The history of a data folder by its index, {@code history.db}. Before every answer the index is brought up to the files;
 * one that is damaged or of another version is made anew. Where it cannot be used at all, the files are read instead. One
 * process at a time works with it.
 */
public final class IndexedHistory implements History {
    private static final String FILE = "history.db";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path snapshots;
    private final Path lock;
    private final Database database;
    private final SnapshotStore store;
    private final SnapshotReaders readers;
    private final Consumer<String> notes;

    /**
     * Opens nothing yet.
     *
     * @param notes told what the person at the terminal should know: that indexing takes a while, that the index was made
     *     anew or cannot be used
     */
    public IndexedHistory(Path data, SnapshotReaders readers, Consumer<String> notes) {
        this.snapshots = data.resolve("snapshots");
        this.lock = data.resolve(FILE + ".lock");
        this.database = new Database(data.resolve(FILE));
        this.store = SnapshotStore.at(data);
        this.readers = readers;
        this.notes = notes;
    }

    /** Loads the database's library while the caller is busy with other things: that takes longer than an answer. */
    public IndexedHistory warmedUp() {
        if (Files.isDirectory(snapshots)) {
            Thread loading = new Thread(Database::load, "history");
            loading.setDaemon(true);
            loading.start();
        }
        return this;
    }

    @Override
    public Observed observe(Window window, Predicate<String> sources) {
        return ask(answers -> answers.observe(window, sources), direct -> direct.observe(window, sources));
    }

    @Override
    public List<Offer> offersWithCards(Address orchestrator, Instant upTo) {
        return ask(
                answers -> answers.offersWithCards(orchestrator, upTo),
                direct -> direct.offersWithCards(orchestrator, upTo));
    }

    @Override
    public List<FiledSnapshot> filed() {
        return ask(Answers::filed, History::filed);
    }

    /**
     * Makes the index anew from the files.
     *
     * @throws UsageException when it cannot be written
     */
    public List<FiledSnapshot> rebuild() {
        try {
            return LockFile.holding(lock, PATIENCE, () -> {
                delete();
                return askOnce(Answers::filed);
            });
        } catch (DamagedIndex | CollidingIds e) {
            throw new UsageException(
                    "The index %s %s. Maybe it lies on a disk that is full or cannot be locked."
                            .formatted(database, e.getMessage()),
                    e);
        }
    }

    private <T> T ask(Function<Answers, T> question, Function<History, T> direct) {
        Supplier<T> reading = () -> direct.apply(History.of(store, readers));
        if (!Files.isDirectory(snapshots)) {
            return reading.get();
        }
        try {
            return LockFile.holding(lock, PATIENCE, () -> askTwice(question));
        } catch (UsageException e) {
            notes.accept("The snapshots are read without their index. " + e.getMessage());
        } catch (DamagedIndex | CollidingIds e) {
            notes.accept("The snapshots are read without their index: %s %s.".formatted(database, e.getMessage()));
        }
        return reading.get();
    }

    private <T> T askTwice(Function<Answers, T> question) {
        try {
            return askOnce(question);
        } catch (DamagedIndex e) {
            notes.accept("The index %s %s, so it is made anew from the snapshots.".formatted(database, e.getMessage()));
            delete();
            return askOnce(question);
        }
    }

    private <T> T askOnce(Function<Answers, T> question) {
        return database.use(handle -> question.apply(healed(handle)));
    }

    private Answers healed(Handle handle) {
        new Healing(handle, store, readers).heal(notes);
        return new Answers(handle, store::name);
    }

    private void delete() {
        try {
            database.delete();
        } catch (IOException e) {
            throw new UsageException(
                    "The index %s cannot be deleted. Maybe it is a folder, or belongs to another user."
                            .formatted(database),
                    e);
        }
    }
}
