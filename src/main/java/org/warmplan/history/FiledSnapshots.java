package org.warmplan.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.UsageException;
import org.warmplan.files.LockFile;
import org.warmplan.files.TextFile;
import org.warmplan.files.WholeFile;

/** {@link SnapshotStore#at}: a folder per source, a gzipped envelope per snapshot. Files of other names are none of ours. */
final class FiledSnapshots implements SnapshotStore {
    private static final String END = ".json.gz";
    private static final String LOCK = ".lock";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What {@link WholeFile} was writing when its process was killed. */
    private static final Pattern LEFT_OVER = Pattern.compile("\\.\\d{8}T\\d{6}Z\\.json\\.gz\\d*\\.tmp");

    private static final Pattern FORM = Pattern.compile("\\d{8}T\\d{6}Z\\.json\\.gz");
    private static final int LENGTH = "20261123T060000Z.json.gz".length();
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;

    FiledSnapshots(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean has(SnapshotId id) {
        return Files.exists(file(id));
    }

    @Override
    public Snapshot get(SnapshotId id) {
        Path file = file(id);
        Snapshot snapshot = Envelope.read(file.toString(), TextFile.readBytes(file, "The snapshot"));
        if (!SnapshotId.of(snapshot).equals(id)) {
            throw new InputException("The snapshot %s holds %s. Maybe it was renamed or moved."
                    .formatted(file, SnapshotId.of(snapshot)));
        }
        return snapshot;
    }

    @Override
    public List<SnapshotId> list(Instant upTo) {
        List<SnapshotId> ids = new ArrayList<>();
        for (Path child : children(folder)) {
            String source = child.getFileName().toString();
            if (Snapshot.SOURCE_NAME.matcher(source).matches()) {
                instants(child)
                        .filter(instant -> !instant.isAfter(upTo))
                        .forEach(instant -> ids.add(new SnapshotId(source, instant)));
            }
        }
        return ids.stream().sorted().toList();
    }

    /** Looks into one folder only: a year of hourly snapshots is nine thousand files a source. */
    @Override
    public List<SnapshotId> list(String source) {
        return instants(folder.resolve(source))
                .map(instant -> new SnapshotId(source, instant))
                .sorted()
                .toList();
    }

    private static Stream<Instant> instants(Path source) {
        return children(source).stream().flatMap(file -> findInstant(file).stream());
    }

    @Override
    public Filed file(Snapshot snapshot, Predicate<Snapshot> repeated) {
        SnapshotId id = SnapshotId.of(snapshot);
        return LockFile.holding(folder.resolve(LOCK), PATIENCE, () -> {
            sweep(folder.resolve(id.source()));
            return SnapshotStore.super.file(snapshot, repeated);
        });
    }

    @Override
    public void remove(Collection<SnapshotId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        LockFile.holding(folder.resolve(LOCK), PATIENCE, () -> {
            ids.forEach(id -> delete(file(id)));
            children(folder).forEach(FiledSnapshots::sweep);
            return ids.size();
        });
    }

    /** Whoever holds the lock is the only one who writes, so that nobody is at work on what is deleted. */
    private static void sweep(Path folder) {
        children(folder).stream()
                .filter(file -> LEFT_OVER.matcher(file.getFileName().toString()).matches())
                .forEach(FiledSnapshots::delete);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UsageException(
                    "%s cannot be deleted. Maybe its folder belongs to another user.".formatted(file), e);
        }
    }

    @Override
    public SnapshotFile look(SnapshotId id) {
        try {
            BasicFileAttributes found = Files.readAttributes(file(id), BasicFileAttributes.class);
            return new SnapshotFile(found.size(), found.lastModifiedTime().toMillis());
        } catch (IOException e) {
            return new SnapshotFile(0, 0);
        }
    }

    @Override
    public String name(SnapshotId id) {
        return file(id).toString();
    }

    @Override
    public void put(Snapshot snapshot) {
        WholeFile.write(file(SnapshotId.of(snapshot)), Envelope.write(snapshot));
    }

    private Path file(SnapshotId id) {
        return folder.resolve(id.source()).resolve(NAME.format(id.instant()) + END);
    }

    /** Taken apart by hand: there may be tens of thousands, and a formatter takes its time over each. */
    private static Optional<Instant> findInstant(Path file) {
        String name = file.getFileName().toString();
        if (name.length() != LENGTH
                || !name.endsWith(END)
                || !FORM.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                            number(name, 0, 4),
                            number(name, 4, 6),
                            number(name, 6, 8),
                            number(name, 9, 11),
                            number(name, 11, 13),
                            number(name, 13, 15))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (IOException e) {
            throw new InputException(
                    "The folder %s cannot be read. Maybe its permissions are for another user.".formatted(folder), e);
        }
    }
}
