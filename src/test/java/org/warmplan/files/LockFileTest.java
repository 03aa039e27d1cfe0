package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.domain.UsageException;

final class LockFileTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private int count;

    @Test
    void threadsTakeTurns() {
        Path lock = folder.resolve("a/b/.lock");
        IntStream.range(0, 400).parallel().forEach(i -> LockFile.holding(lock, LONG, () -> count++));

        assertThat(count).isEqualTo(400);
    }

    @Test
    void whoWaitsTooLongIsTold() throws InterruptedException {
        Path lock = folder.resolve(".lock");
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread other = new Thread(() -> LockFile.holding(lock, LONG, () -> {
            held.countDown();
            try {
                return done.await(1, java.util.concurrent.TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        other.start();
        held.await();

        assertThatThrownBy(() -> LockFile.holding(lock, Duration.ofMillis(1), () -> count++))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Another warmplan holds " + lock);
        assertThat(count).isZero();
        done.countDown();
        other.join();
        assertThat(LockFile.holding(lock, LONG, () -> 7)).isEqualTo(7);
    }

    @Test
    void aMistakeInTheWorkGivesTheLockBack() {
        Path lock = folder.resolve(".lock");
        assertThatThrownBy(() -> LockFile.holding(lock, LONG, () -> {
                    throw new IllegalArgumentException("mistake");
                }))
                .hasMessage("mistake");

        assertThat(LockFile.holding(lock, LONG, () -> 7)).isEqualTo(7);
    }

    @Test
    void workInsideTheWorkIsOurMistake() {
        Path lock = folder.resolve(".lock");
        assertThatThrownBy(() -> LockFile.holding(lock, LONG, () -> LockFile.holding(lock, LONG, () -> 7)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLockThatCannotBeIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> LockFile.holding(file.resolve(".lock"), LONG, () -> 7))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Maybe");
    }
}
