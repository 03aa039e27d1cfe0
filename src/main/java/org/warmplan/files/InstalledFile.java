package org.warmplan.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;

/**
 * A file of another program that is replaced as a whole, with a copy kept beside it. Whenever this is cut short, the old
 * or the new file is there whole, and so is every copy that has its name.
 */
public final class InstalledFile {
    private final Path path;
    private final Path real;
    private final Path folder;
    private final byte @Nullable [] content;

    /** How far a replacement has come. */
    public enum Step {
        /** The file is still what it was; nothing is written. */
        CHECKED,
        /** The copy is on disk under a temporary name. */
        COPIED,
        /** The copy has its name. */
        KEPT,
        /** The new file is on disk under a temporary name. */
        WRITTEN,
        /** The new file has taken the place of the old one. */
        REPLACED,
        /** The folder is on disk too. */
        SYNCED
    }

    /**
     * What became of a replacement.
     *
     * @param copy where the old file is kept, null when there was none
     * @param notes sentences on what could not be done like before
     */
    public record Replaced(@Nullable Path copy, List<String> notes) {
        public Replaced {
            notes = List.copyOf(notes);
        }
    }

    private InstalledFile(Path path, Path real, Path folder, byte @Nullable [] content) {
        this.path = path;
        this.real = real;
        this.folder = folder;
        this.content = content;
    }

    /**
     * The file as it is now, which may be no file yet. A symbolic link stands for the file it leads to.
     *
     * @throws InputException when it is no file, leads nowhere, cannot be read, or its folder does not exist
     */
    public static InstalledFile at(Path path) {
        Path real = realOf(path);
        if (Files.isDirectory(real)) {
            throw new InputException("%s is a folder, not a file. Maybe name the file in it.".formatted(path));
        }
        Path folder = real.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException(
                    "%s cannot be there: %s is no folder. Maybe the path is mistyped.".formatted(path, folder));
        }
        if (!Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
            return new InstalledFile(path, real, folder, null);
        }
        if (!Files.isRegularFile(real)) {
            throw new InputException("%s is no ordinary file. Maybe another one was meant.".formatted(path));
        }
        return new InstalledFile(path, real, folder, TextFile.readBytes(real, "The file"));
    }

    private static Path realOf(Path path) {
        if (!Files.isSymbolicLink(path)) {
            return path;
        }
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new InputException(
                    "%s is a link that leads to no file. Maybe mend the link, or remove it.".formatted(path), e);
        }
    }

    /** As it was named. */
    public Path path() {
        return path;
    }

    /** What it held when it was looked at; empty when it did not exist. */
    public Optional<byte[]> findContent() {
        return Optional.ofNullable(content).map(byte[]::clone);
    }

    /** The copies that were kept beside it. */
    public KeptCopies copies() {
        return KeptCopies.beside(real);
    }

    /** Makes sure that it could be replaced, as far as that shows without doing it. */
    public void requireWritable() {
        WholeFile.requireWritable(folder);
    }

    /**
     * Keeps a copy and puts {@code wanted} in place, with the mode, and where permitted the owner and group, of the old
     * file; a new file is for its owner only (mode 0600).
     *
     * @param at for the copy's name, to the second
     * @param kind of the copy
     * @param hook told of each step once it is done
     * @throws InputException when the file is no longer what it was when it was looked at; then nothing was done
     * @throws org.warmplan.domain.UsageException when it cannot be written; then the old file is there, and no copy
     */
    public Replaced replace(byte[] wanted, Instant at, KeptCopies.Kind kind, Consumer<Step> hook) {
        if (!Arrays.equals(content, at(path).content)) {
            throw new InputException(
                    "%s was changed in the meantime, so nothing was done. Maybe look at it and start again."
                            .formatted(path));
        }
        hook.accept(Step.CHECKED);
        List<String> notes = new ArrayList<>();
        Path copy = content == null ? null : copies().next(at, kind);
        boolean replaced = false;
        try {
            if (content != null && copy != null) {
                write(content, copy, new ArrayList<>(), () -> hook.accept(Step.COPIED));
                syncFolder();
                hook.accept(Step.KEPT);
            }
            write(wanted, real, notes, () -> hook.accept(Step.WRITTEN));
            replaced = true;
            hook.accept(Step.REPLACED);
            syncFolder();
            hook.accept(Step.SYNCED);
            return new Replaced(copy, notes);
        } catch (IOException e) {
            throw WholeFile.cannotWrite(path, e);
        } finally {
            if (!replaced && copy != null) {
                remove(copy);
            }
        }
    }

    private void write(byte[] bytes, Path target, List<String> notes, Runnable written) throws IOException {
        Path temporary = WholeFile.temporaryBeside(target);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                WholeFile.writeAll(channel, bytes);
                if (content != null) {
                    Ownership.of(real).giveTo(temporary, path).ifPresent(notes::add);
                }
                channel.force(true);
            }
            written.run();
            WholeFile.move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void syncFolder() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system opens folders; there, the names are as safe as it makes them.
        }
    }

    private static void remove(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (FileSystemException e) {
            // It is a whole copy of a file that stays: in nobody's way.
        } catch (IOException e) {
            throw WholeFile.cannotWrite(copy, e);
        }
    }
}
