package org.warmplan.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.warmplan.domain.UsageException;

/** Writes files that are there whole or not at all: a temporary name beside the target, synced, then moved. */
public final class WholeFile {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> SHARED = PosixFilePermissions.fromString("rw-r--r--");

    private WholeFile() {}

    /** Writes {@code text} as UTF-8, readable by all; folders are made as needed. */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8), SHARED);
    }

    /** Like {@link #write(Path, String)} for bytes. */
    public static void write(Path file, byte[] bytes) {
        write(file, bytes, SHARED);
    }

    /** Like {@link #write(Path, String)}, readable by the owner only (mode 0600): the text may hold a secret. */
    public static void writePrivate(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8), PRIVATE);
    }

    /**
     * Proves that files could be written to a folder, there or not, without making it.
     *
     * @throws UsageException when they could not
     */
    public static void requireWritable(Path folder) {
        Path existing = folder.toAbsolutePath().normalize();
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw new UsageException(
                    "%s cannot be written: %s is no folder. Maybe choose another folder.".formatted(folder, existing));
        }
        try {
            Files.delete(Files.createTempFile(existing, ".warmplan", ".tmp"));
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    private static void write(Path file, byte[] bytes, Set<PosixFilePermission> permissions) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            Path temporary = temporaryBeside(file);
            try {
                fill(temporary, bytes);
                if (isPosix()) {
                    Files.setPosixFilePermissions(temporary, permissions);
                }
                move(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static void fill(Path temporary, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            writeAll(channel, bytes);
            channel.force(true);
        }
    }

    static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static UsageException cannotWrite(Path path, IOException e) {
        return new UsageException(
                "%s cannot be written: %s. Maybe choose another folder, or mend its permissions."
                        .formatted(path, why(e)),
                e);
    }

    /** What the system says, like "No space left on device"; else the kind of error, like "AccessDenied". */
    private static String why(IOException e) {
        String said = e instanceof FileSystemException refused
                ? refused.getReason()
                : e.getClass() == IOException.class ? e.getMessage() : null;
        return said == null ? e.getClass().getSimpleName().replace("Exception", "") : Visible.of(said);
    }

    /** A new empty file for its owner only, in the same folder. */
    static Path temporaryBeside(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return Files.createTempFile(folder, "." + file.getFileName(), ".tmp", attributes(PRIVATE));
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
