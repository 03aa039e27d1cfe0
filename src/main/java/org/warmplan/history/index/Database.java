package org.warmplan.history.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** The file of the index as an SQLite database; the only class that knows which database it is. */
final class Database {
    /** Of 4 KiB: ids are spread over the whole index, which should not be read from disk again and again. */
    private static final int CACHE_PAGES = 10_000;

    private static final Duration BUSY = Duration.ofMinutes(1);
    private static final List<String> BESIDE = List.of("", "-wal", "-shm", "-journal");

    private final Path file;

    Database(Path file) {
        this.file = file;
    }

    @Override
    public String toString() {
        return file.toString();
    }

    boolean exists() {
        return Files.exists(file);
    }

    /**
     * Opens the database, makes its tables when they are not there, does {@code work} and closes it.
     *
     * @throws DamagedIndex when it is no database, or not one of ours
     */
    <T> T use(Function<Handle, T> work) {
        try {
            DataSource source = source("jdbc:sqlite:" + file.toAbsolutePath());
            try (Handle handle = jdbi(source).open()) {
                Migrations.run(handle, source);
                return work.apply(handle);
            }
        } catch (JdbiException | FlywayException e) {
            throw new DamagedIndex("cannot be used: " + why(e), e);
        }
    }

    /** Asks an empty database in memory something; that it fails where the library cannot be used is told when it matters. */
    static void load() {
        try (Handle handle = jdbi(source("jdbc:sqlite::memory:")).open()) {
            handle.createQuery("SELECT 1").mapTo(Long.class).list();
        } catch (JdbiException | LinkageError e) {
            // Whoever opens the file hears of it.
        }
    }

    private static Jdbi jdbi(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setSqlParser(new PlainSql());
        return jdbi;
    }

    private static DataSource source(String url) {
        SQLiteConfig config = new SQLiteConfig();
        // What is committed survives a kill; after a loss of power the newest may be missing, and is read again.
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setBusyTimeout((int) BUSY.toMillis());
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setCacheSize(CACHE_PAGES);
        config.setGetGeneratedKeys(false);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    /** The innermost word on it, on one line. */
    private static String why(Throwable e) {
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * Takes the database away, with what SQLite keeps beside it.
     *
     * @throws IOException when that cannot be done
     */
    void delete() throws IOException {
        for (String end : BESIDE) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
        }
    }
}
