package org.warmplan.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;

/**
 * Only one command at a time writes to a data folder. The operating system holds the lock, so it ends with the process
 * however that ends; the file it is on may stay.
 */
final class DataLock {
    private static final String FILE = ".lock";

    private DataLock() {}

    /**
     * Does {@code work} while holding the folder; the folder is made when it is not there.
     *
     * @throws UsageException when another holds it, or it cannot be locked; then nothing was done
     */
    static int holding(Path data, IntSupplier work) {
        try (FileChannel channel = open(data)) {
            if (lock(data, channel) == null) {
                throw new UsageException(
                        "Another warmplan works with %s just now, so nothing was done. Maybe wait until it has ended."
                                .formatted(data));
            }
            return work.getAsInt();
        } catch (IOException e) {
            throw cannotLock(data, e);
        }
    }

    private static FileChannel open(Path data) throws IOException {
        Files.createDirectories(data);
        return FileChannel.open(data.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** The lock, null when another process, or another command of this one, has it. */
    private static @Nullable FileLock lock(Path data, FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw cannotLock(data, e);
        }
    }

    private static UsageException cannotLock(Path data, IOException e) {
        return new UsageException(
                "%s cannot be locked against a second run: %s. Maybe choose another folder with --data, or mend its permissions."
                        .formatted(data, e.getClass().getSimpleName().replace("Exception", "")),
                e);
    }
}
