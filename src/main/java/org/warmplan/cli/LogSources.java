package org.warmplan.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.warmplan.domain.InputException;
import org.warmplan.domain.UsageException;
import org.warmplan.files.Visible;
import org.warmplan.worker.watch.DockerListing;
import org.warmplan.worker.watch.ReadLog;
import org.warmplan.worker.watch.Sightings;

/**
 * The logs that the operator names: files, standard input, or what docker keeps. Files and docker are read anew each time,
 * standard input and other pipes once.
 */
final class LogSources {
    private static final String STANDARD_INPUT = "-";

    private final Surroundings surroundings;
    private final Docker docker;
    private final List<String> given;
    private final Map<String, ReadLog> readOnce = new HashMap<>();

    /** @throws UsageException when a source is none, or standard input is named twice */
    LogSources(Surroundings surroundings, Docker docker, List<String> given) {
        this.surroundings = surroundings;
        this.docker = docker;
        this.given = List.copyOf(given);
        given.forEach(LogSources::check);
        if (given.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw new UsageException("--log - stands twice, and standard input can be read once. Maybe leave one out.");
        }
    }

    boolean isEmpty() {
        return given.isEmpty();
    }

    /** Whether the log that docker keeps of a container is among them. */
    boolean hasContainer(String name) {
        return given.contains(Sightings.DOCKER + name);
    }

    /** @throws InputException when one cannot be read */
    List<ReadLog> read(Instant now) {
        List<ReadLog> logs = new ArrayList<>();
        for (String source : given) {
            logs.add(read(source, now));
        }
        return logs;
    }

    private static void check(String source) {
        if (source.startsWith(Sightings.DOCKER)) {
            String name = source.substring(Sightings.DOCKER.length());
            if (!DockerListing.NAME.matcher(name).matches()) {
                throw new UsageException(
                        "--log names the container \"%s\", which is no name for one. Maybe copy it from docker ps."
                                .formatted(Visible.brief(name, 80)));
            }
        } else if (source.isBlank() || (source.startsWith("-") && !source.equals(STANDARD_INPUT))) {
            throw new UsageException(
                    "--log is \"%s\", neither a file nor - nor docker:NAME. Maybe put ./ before a name that begins with a dash."
                            .formatted(Visible.brief(source, 80)));
        }
    }

    private ReadLog read(String source, Instant now) {
        ReadLog before = readOnce.get(source);
        if (before != null) {
            return before;
        }
        if (source.equals(STANDARD_INPUT)) {
            ReadLog log = read("standard input", surroundings.in(), now);
            readOnce.put(source, log);
            return log;
        }
        if (source.startsWith(Sightings.DOCKER)) {
            String name = source.substring(Sightings.DOCKER.length());
            String text = docker.findLog(name)
                    .orElseThrow(() -> new InputException(
                            "docker gives no log of %s. Maybe the name is another, see docker ps --all; or docker does not run."
                                    .formatted(name)));
            return ofText(name, text, now);
        }
        return readFile(source, now);
    }

    private ReadLog readFile(String source, Instant now) {
        Path file;
        try {
            file = Path.of(source);
        } catch (InvalidPathException e) {
            throw unreadable(source, "no system has files of that name", e);
        }
        if (Files.isDirectory(file)) {
            throw new InputException("The log %s cannot be read: it is a folder. Maybe name the file in it."
                    .formatted(Visible.brief(source, 200)));
        }
        try (InputStream stream = Files.newInputStream(file)) {
            ReadLog log = read(source, stream, now);
            if (!Files.isRegularFile(file)) {
                readOnce.put(source, log);
            }
            return log;
        } catch (NoSuchFileException e) {
            throw unreadable(source, "it does not exist", e);
        } catch (AccessDeniedException e) {
            throw unreadable(source, "its permissions are for another user", e);
        } catch (IOException e) {
            throw unreadable(source, why(e), e);
        }
    }

    /** The log that docker keeps of a container. */
    static ReadLog ofText(String container, String text, Instant now) {
        InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return read(Sightings.DOCKER + container, stream, now);
    }

    private static ReadLog read(String source, InputStream stream, Instant now) {
        try {
            return ReadLog.of(source, stream, now);
        } catch (IOException e) {
            throw unreadable(source, why(e), e);
        }
    }

    private static String why(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }

    private static InputException unreadable(String source, String why, Exception e) {
        return new InputException(
                "The log %s cannot be read: %s. Maybe it is elsewhere, or is for another user."
                        .formatted(Visible.brief(source, 200), why),
                e);
    }
}
