package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files A, B, C … installed and put back, one a second or all at once. */
final class KeptCopiesTest {
    @TempDir
    private Path folder;

    private Path file;
    private Instant now = Instant.parse("2026-11-23T06:00:00Z");

    @BeforeEach
    void startWithA() throws IOException {
        file = Files.writeString(folder.resolve("aiModels.json"), "A");
    }

    private void install(String content) {
        replace(content, KeptCopies.Kind.INSTALLED);
    }

    private void replace(String content, KeptCopies.Kind kind) {
        InstalledFile.at(file).replace(content.getBytes(StandardCharsets.UTF_8), now, kind, step -> {});
        now = now.plusMillis(600);
    }

    private Optional<Path> earlier() throws IOException {
        return InstalledFile.at(file).copies().findEarlier(Files.readAllBytes(file));
    }

    private String back() throws IOException {
        Optional<Path> earlier = earlier();
        if (earlier.isEmpty()) {
            return "nothing";
        }
        String content = Files.readString(earlier.get());
        replace(content, KeptCopies.Kind.ROLLED_BACK);
        return content;
    }

    @Test
    void leadFurtherBackOneAfterTheOther() throws IOException {
        install("B");
        install("C");
        install("D");

        assertThat(back()).isEqualTo("C");
        assertThat(back()).isEqualTo("B");
        assertThat(back()).isEqualTo("A");
        assertThat(back()).isEqualTo("nothing");
        assertThat(file).hasContent("A");
    }

    @Test
    void leadBackThroughAFileThatCameTwice() throws IOException {
        install("B");
        install("A");

        assertThat(back()).isEqualTo("B");
        assertThat(back()).isEqualTo("A");
        assertThat(back()).isEqualTo("nothing");
    }

    @Test
    void beginAnewWithEachInstallation() throws IOException {
        install("B");
        assertThat(back()).isEqualTo("A");
        install("C");

        assertThat(back()).isEqualTo("A");
        assertThat(back()).isEqualTo("nothing");
    }

    @Test
    void leadBackFromAFileThatWasEditedByHand() throws IOException {
        install("B");
        Files.writeString(file, "edited");

        assertThat(back()).isEqualTo("A");
        assertThat(back()).isEqualTo("nothing");
        assertThat(folder).isDirectoryContaining(path -> path.toString().endsWith(".rolled-back"));
    }

    @Test
    void areNotUsedUpByARollbackThatWasCutShort() throws IOException {
        install("B");
        install("C");
        Files.writeString(folder.resolve("aiModels.json.20261123T070000Z.rolled-back"), "C");

        assertThat(back()).isEqualTo("B");
    }

    @Test
    void passOverAnInstallationThatWasCutShort() throws IOException {
        install("B");
        Files.writeString(folder.resolve("aiModels.json.20261123T070000Z.bak"), "B");

        assertThat(back()).isEqualTo("A");
    }

    @Test
    void areNothingElse() throws IOException {
        Files.writeString(folder.resolve("aiModels.json.bak"), "x");
        Files.writeString(folder.resolve("other.json.20261123T060000Z.bak"), "x");
        Files.createDirectory(folder.resolve("aiModels.json.20261123T060000Z.bak"));

        assertThat(earlier()).isEmpty();
    }
}
