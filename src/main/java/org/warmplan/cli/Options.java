package org.warmplan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;
import org.warmplan.files.WholeFile;

/** How option values are understood by every command. */
final class Options {
    private Options() {}

    /** Text or one JSON document. */
    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** RFC 3339 in UTC, to the second; {@code otherwise} when not given. */
    static Instant at(@Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise.truncatedTo(ChronoUnit.SECONDS);
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException(
                    "--at is %s, no time in UTC. Maybe write it like 2026-11-23T06:00:00Z.".formatted(text), e);
        }
    }

    /**
     * The folder to publish to: the one given, else {@code reports/<date>}, with -2, -3 ... when that is there already.
     *
     * @throws UsageException when nothing can be written there
     */
    static Path out(@Nullable Path given, Instant at) {
        Path out = given == null ? fresh(at) : given;
        WholeFile.requireWritable(out);
        return out;
    }

    private static Path fresh(Instant at) {
        LocalDate date = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Path out = Path.of("reports", date.toString());
        for (int number = 2; Files.exists(out); number++) {
            out = Path.of("reports", date + "-" + number);
        }
        return out;
    }
}
