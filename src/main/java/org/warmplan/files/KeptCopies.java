package org.warmplan.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.warmplan.domain.InputException;

/**
 * The copies that were kept beside a file as it was replaced: {@code <name>.<instant>.bak} when another was installed,
 * {@code <name>.<instant>.rolled-back} when an earlier one was put back. The instant is like {@code 20261123T060000Z}, with
 * -2, -3 … where several were made in one second.
 */
public final class KeptCopies {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern ENDING = Pattern.compile("\\.(\\d{8}T\\d{6}Z)(?:-(\\d{1,6}))?\\.(bak|rolled-back)");

    private final Path file;
    private final List<Copy> copies;

    /** What was done when the copy was kept. */
    public enum Kind {
        INSTALLED("bak"),
        ROLLED_BACK("rolled-back");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    private record Copy(Path path, String stamp, int number, Kind kind, String sha256) {}

    private KeptCopies(Path file, List<Copy> copies) {
        this.file = file;
        this.copies = copies;
    }

    static KeptCopies beside(Path file) {
        try (Stream<Path> found = Files.list(file.toAbsolutePath().getParent())) {
            List<Copy> copies = found.flatMap(path -> find(file, file.resolveSibling(path.getFileName())).stream())
                    .sorted(Comparator.comparing(Copy::stamp).thenComparing(Copy::number))
                    .toList();
            return new KeptCopies(file, copies);
        } catch (IOException e) {
            throw new InputException(
                    "The folder of %s cannot be looked through. Maybe its permissions are for another user."
                            .formatted(file),
                    e);
        }
    }

    private static Optional<Copy> find(Path file, Path path) {
        String name = file.getFileName().toString();
        String other = path.getFileName().toString();
        Matcher ending = ENDING.matcher(other.startsWith(name) ? other.substring(name.length()) : "");
        if (!ending.matches() || !Files.isRegularFile(path)) {
            return Optional.empty();
        }
        int number = ending.group(2) == null ? 1 : Integer.parseInt(ending.group(2));
        Kind kind = ending.group(3).equals(Kind.INSTALLED.ending) ? Kind.INSTALLED : Kind.ROLLED_BACK;
        return Optional.of(
                new Copy(path, ending.group(1), number, kind, Sha256.of(TextFile.readBytes(path, "The copy"))));
    }

    /** A name for the next copy, after all others of that second. */
    Path next(Instant at, Kind kind) {
        String stamp = STAMP.format(at);
        int number = 1;
        while (isTaken(stamp, number)) {
            number++;
        }
        return named(stamp, number, kind);
    }

    private boolean isTaken(String stamp, int number) {
        boolean later = copies.stream().anyMatch(copy -> copy.stamp().equals(stamp) && copy.number() >= number);
        return later
                || Arrays.stream(Kind.values())
                        .anyMatch(kind -> Files.exists(named(stamp, number, kind), LinkOption.NOFOLLOW_LINKS));
    }

    private Path named(String stamp, int number, Kind kind) {
        return file.resolveSibling(
                "%s.%s%s.%s".formatted(file.getFileName(), stamp, number == 1 ? "" : "-" + number, kind.ending));
    }

    /**
     * What to put back: the newest copy kept at an installation that differs from {@code current} and has not been put
     * back before, so that one step after the other leads further back.
     */
    public Optional<Path> findEarlier(byte[] current) {
        String now = Sha256.of(current);
        Deque<Copy> earlier = new ArrayDeque<>();
        for (int i = 0; i < copies.size(); i++) {
            Copy copy = copies.get(i);
            String then = i + 1 < copies.size() ? copies.get(i + 1).sha256() : now;
            if (copy.kind() == Kind.INSTALLED) {
                earlier.push(copy);
            } else if (!copy.sha256().equals(then)) {
                drop(earlier, copy.sha256());
                earlier.poll();
            }
            // Else it was cut short before anything was put back.
        }
        drop(earlier, now);
        return Optional.ofNullable(earlier.peek()).map(Copy::path);
    }

    private static void drop(Deque<Copy> earlier, String alike) {
        while (!earlier.isEmpty() && earlier.peek().sha256().equals(alike)) {
            earlier.pop();
        }
    }

    /** Every copy, the oldest first. */
    public List<Path> list() {
        return copies.stream().map(Copy::path).toList();
    }
}
