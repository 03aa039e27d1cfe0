package org.warmplan.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;

/**
 * Work that only one program at a time may do, for a moment: the others wait. The operating system holds the lock, so it
 * ends with the process however that ends; the file it is on stays.
 */
public final class LockFile {
    private static final long PAUSE_MILLIS = 10;

    /** A process holds a file's lock as a whole, and loses it when any of its channels to the file is closed. */
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private LockFile() {}

    /**
     * Does {@code work} while holding the lock on {@code file}, which is made, with its folder, when it is not there. Not
     * to be called again for the same file from inside the work.
     *
     * @param patience how long to wait for others
     * @throws UsageException when they took longer, or the file cannot be locked; then nothing was done
     */
    public static <T> T holding(Path file, Duration patience, Supplier<T> work) {
        long deadline = System.nanoTime() + patience.toNanos();
        ReentrantLock here = HERE.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new ReentrantLock());
        if (here.isHeldByCurrentThread()) {
            throw new IllegalStateException("The lock " + file + " is held by this very work.");
        }
        try {
            if (!here.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw taken(file);
            }
        } catch (InterruptedException e) {
            throw interrupted(file, e);
        }
        try {
            return holdingAlone(file, deadline, work);
        } finally {
            here.unlock();
        }
    }

    private static <T> T holdingAlone(Path file, long deadline, Supplier<T> work) {
        FileChannel channel = open(file);
        try {
            await(file, channel, deadline);
            return work.get();
        } finally {
            close(channel);
        }
    }

    private static void await(Path file, FileChannel channel, long deadline) {
        try {
            while (lock(file, channel) == null) {
                if (System.nanoTime() >= deadline) {
                    throw taken(file);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            throw interrupted(file, e);
        }
    }

    private static FileChannel open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw WholeFile.cannotWrite(file, e);
        }
    }

    private static @Nullable FileLock lock(Path file, FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (IOException e) {
            throw WholeFile.cannotWrite(file, e);
        }
    }

    /** The work is done by now; a file that will not close changes nothing about it. */
    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            return;
        }
    }

    private static UsageException taken(Path file) {
        return new UsageException(
                "Another warmplan holds %s for too long. Maybe wait until it has ended, or end it.".formatted(file));
    }

    private static UsageException interrupted(Path file, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UsageException("Waiting for %s was interrupted. Maybe start again.".formatted(file), e);
    }
}
