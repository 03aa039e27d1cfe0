package org.warmplan.cli;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.warmplan.domain.InputException;

/** How other programs of the machine are run. */
interface Programs {
    /** The most of a program's output that is kept, in bytes. */
    int MAX_OUTPUT = 32 << 20;

    /**
     * What a program did.
     *
     * @param exitCode what it ended with
     * @param output what it printed, messages too; of more than {@link #MAX_OUTPUT} bytes the last ones
     */
    record Ran(int exitCode, String output) {}

    /**
     * Runs a program, without a shell and without input; empty when there is none of that name.
     *
     * @param words the program's name and its arguments
     * @throws InputException when it has not ended within {@code limit}
     */
    Optional<Ran> run(List<String> words, Duration limit);

    /** Those of this machine, found on the PATH. */
    static Programs ofThisMachine() {
        return Programs::start;
    }

    private static Optional<Ran> start(List<String> words, Duration limit) {
        try {
            Path output = Files.createTempFile("warmplan", ".out");
            try {
                return start(words, limit, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new InputException(
                    "What %s prints cannot be kept: %s. Maybe the folder for temporary files is full."
                            .formatted(words.get(0), e.getMessage()),
                    e);
        }
    }

    private static Optional<Ran> start(List<String> words, Duration limit, Path output) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        process.getOutputStream().close();
        if (!hasEnded(process, limit)) {
            throw new InputException("%s has not ended within %d s, so it was stopped. Maybe the driver hangs."
                    .formatted(words.get(0), limit.toSeconds()));
        }
        return Optional.of(new Ran(process.exitValue(), new String(end(output), StandardCharsets.UTF_8)));
    }

    private static byte[] end(Path output) throws IOException {
        try (FileChannel channel = FileChannel.open(output)) {
            channel.position(Math.max(0, channel.size() - MAX_OUTPUT));
            return Channels.newInputStream(channel).readNBytes(MAX_OUTPUT);
        }
    }

    private static boolean hasEnded(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
