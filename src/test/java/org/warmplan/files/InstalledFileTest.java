package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.InputException;
import org.warmplan.domain.UsageException;
import org.warmplan.files.InstalledFile.Replaced;
import org.warmplan.files.InstalledFile.Step;

final class InstalledFileTest {
    private static final Instant AT = Instant.parse("2026-11-23T06:00:00Z");

    @TempDir
    private Path folder;

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("aiModels.json"), "old");
    }

    private static Replaced replace(Path file) {
        return replace(InstalledFile.at(file));
    }

    private static Replaced replace(InstalledFile file) {
        return file.replace(bytes("new"), AT, KeptCopies.Kind.INSTALLED, step -> {});
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void keepsACopyBesideIt() throws IOException {
        Path file = file();
        Replaced replaced = replace(file);

        assertThat(file).hasContent("new");
        assertThat(replaced.notes()).isEmpty();
        assertThat(replaced.copy())
                .hasFileName("aiModels.json.20261123T060000Z.bak")
                .hasContent("old");
        assertThat(names()).hasSize(2);
    }

    @Test
    void numbersCopiesOfOneSecond() throws IOException {
        Path file = file();
        Files.writeString(folder.resolve("aiModels.json.20261123T060000Z.rolled-back"), "x");

        assertThat(replace(file).copy()).hasFileName("aiModels.json.20261123T060000Z-2.bak");
        assertThat(file).hasContent("new");
        assertThat(replace(file).copy()).hasFileName("aiModels.json.20261123T060000Z-3.bak");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw-------", "rw-rw-r--", "r--r--r--"})
    void keepsTheMode(String mode) throws IOException {
        Path file = file();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        replace(file);

        assertThat(file).hasContent("new");
        assertThat(mode(file)).isEqualTo(mode);
        assertThat(mode(folder.resolve("aiModels.json.20261123T060000Z.bak"))).isEqualTo(mode);
    }

    @Test
    void makesANewFileForItsOwnerOnly() throws IOException {
        Path file = folder.resolve("aiModels.json");

        assertThat(replace(file).copy()).isNull();
        assertThat(file).hasContent("new");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(names()).containsExactly("aiModels.json");
    }

    @Test
    void replacesWhatALinkLeadsTo() throws IOException {
        Path real =
                Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("models.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("aiModels.json"), Path.of("real", "models.json"));
        Path copy = replace(link).copy();

        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(real).isRegularFile().hasContent("new");
        assertThat(copy).isEqualTo(real.toRealPath().resolveSibling("models.json.20261123T060000Z.bak"));
        assertThat(names()).containsExactly("aiModels.json", "real");
    }

    @Test
    void refusesWhatIsNoFile() throws IOException {
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        Path inFile = file().resolve("aiModels.json");

        assertThatThrownBy(() -> InstalledFile.at(dangling))
                .isInstanceOf(InputException.class)
                .hasMessage(dangling + " is a link that leads to no file. Maybe mend the link, or remove it.");
        assertThatThrownBy(() -> InstalledFile.at(loop)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> InstalledFile.at(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(folder + " is a folder, not a file. Maybe name the file in it.");
        assertThatThrownBy(() -> InstalledFile.at(inFile))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("aiModels.json is no folder. Maybe the path is mistyped.");
        assertThatThrownBy(() -> InstalledFile.at(folder.resolve("none").resolve("aiModels.json")))
                .isInstanceOf(InputException.class);
        assertThat(names()).containsExactly("aiModels.json", "dangling", "loop");
    }

    @Test
    void refusesWhatWasChangedInTheMeantime() throws IOException {
        InstalledFile file = InstalledFile.at(file());
        Files.writeString(file.path(), "other");

        assertThatThrownBy(() -> replace(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("was changed in the meantime, so nothing was done. Maybe");
        assertThat(names()).containsExactly("aiModels.json");
        assertThat(file.path()).hasContent("other");
    }

    @Test
    void leavesNothingBehindWhenACopyCannotBeWritten() throws IOException {
        // The copy's name would be longer than names may be.
        Path file = Files.writeString(folder.resolve("a".repeat(250)), "old");

        assertThatThrownBy(() -> replace(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cannot be written");
        assertThat(file).hasContent("old");
        assertThat(names()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"CHECKED", "COPIED", "KEPT", "WRITTEN"})
    void leavesNothingBehindWhenItEndsEarly(Step step) throws IOException {
        InstalledFile file = InstalledFile.at(file());

        assertThatThrownBy(() -> file.replace(bytes("new"), AT, KeptCopies.Kind.INSTALLED, done -> {
                    if (done == step) {
                        throw new IllegalStateException("stopped");
                    }
                }))
                .hasMessage("stopped");
        assertThat(names()).containsExactly("aiModels.json");
        assertThat(file.path()).hasContent("old");
    }

    @Test
    void goesThroughTheStepsInOrder() throws IOException {
        List<Step> steps = new ArrayList<>();
        InstalledFile.at(file()).replace(bytes("new"), AT, KeptCopies.Kind.INSTALLED, steps::add);

        assertThat(steps).containsExactly(Step.values());
    }
}
