package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.domain.UsageException;

final class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void tellsWhatTheSystemSays() {
        Path file = folder.resolve("a".repeat(300));

        assertThatThrownBy(() -> WholeFile.write(file, "x"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cannot be written: File name too long. Maybe ");
        assertThat(folder).isEmptyDirectory();
    }
}
