package org.warmplan.worker.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.worker.AiModelsTexts.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.domain.Vram;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.FitRules;
import org.warmplan.worker.WorkerSetup;

final class DiskLintsTest {
    private static final String WHISPER =
            "'pipeline':'audio-to-text','model_id':'openai/whisper-large-v3','warm':true,'price_per_unit':9";

    @TempDir
    private Path folder;

    private List<Lint> lint(Path modelsDir, String... entries) {
        Catalogue catalogue = Catalogue.read(Path.of("data", "catalogue"));
        Known known = new Known(
                catalogue,
                new FitRules(catalogue, List.of(), List.of()),
                Map.of(),
                Vram.ZERO,
                BigDecimal.ONE,
                new TreeMap<>(),
                modelsDir);
        return DiskLints.of(Checked.of(file(entries), WorkerSetup.combined(List.of("0"), 1)), known);
    }

    private Path repository(String name) throws IOException {
        Path repository = folder.resolve("models--" + name.replace("/", "--"));
        String revision = "0123456789abcdef0123456789abcdef01234567";
        Files.createDirectories(repository.resolve("blobs"));
        Files.createDirectories(repository.resolve("refs"));
        Path snapshot = Files.createDirectories(repository.resolve("snapshots").resolve(revision));
        Files.writeString(repository.resolve("refs").resolve("main"), revision);
        Files.writeString(snapshot.resolve("config.json"), "{}");
        Files.writeString(snapshot.resolve("model.safetensors"), "weights");
        return repository;
    }

    @Test
    void findsNothingWhereTheWeightsAre() throws IOException {
        repository("openai/whisper-large-v3");

        assertThat(lint(folder, WHISPER)).isEmpty();
    }

    @Test
    void namesTheDownloadAndTheSpaceLeft() {
        assertThat(lint(folder, WHISPER)).singleElement().satisfies(lint -> {
            assertThat(lint.code()).isEqualTo(LintCode.MODEL_NOT_ON_DISK);
            assertThat(lint.path()).isEqualTo("[0].model_id");
            assertThat(lint.message())
                    .startsWith("openai/whisper-large-v3 is not in " + folder)
                    .contains("the download is up to 3.0 GB; the disk has ")
                    .endsWith(" GB left");
        });
    }

    @Test
    void seesADownloadThatIsGoingOn() throws IOException {
        Path repository = repository("openai/whisper-large-v3");
        Files.writeString(repository.resolve("blobs").resolve("abc.incomplete"), "half");

        assertThat(lint(folder, WHISPER)).extracting(Lint::code).containsExactly(LintCode.MODEL_INCOMPLETE);
    }

    @Test
    void warnsMoreOfARunnerThatNeverDownloads() {
        assertThat(lint(folder, "'pipeline':'llm','model_id':'acme/talk','price_per_unit':9"))
                .extracting(Lint::code)
                .containsExactly(LintCode.MODEL_NEVER_FETCHED);
    }

    @Test
    void asksNoDiskForWhatAUrlServes() {
        assertThat(lint(folder, "'pipeline':'llm','model_id':'m','url':'http://127.0.0.1:9000','price_per_unit':9"))
                .isEmpty();
    }

    @Test
    void saysOnceThatTheFolderIsNotThere() {
        assertThat(lint(folder.resolve("nowhere"), WHISPER, WHISPER))
                .extracting(Lint::code)
                .containsExactly(LintCode.MODELS_UNSEEN);
    }
}
