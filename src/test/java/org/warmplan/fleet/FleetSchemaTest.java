package org.warmplan.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.files.Document;
import org.warmplan.files.JsonText;
import org.warmplan.files.Schema;
import org.warmplan.files.SchemaAgreement;

/** The schema of fleet.yaml beside its reader. */
final class FleetSchemaTest {
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private static final String FULL = """
            version: 1
            orchestrator: 0x00000000000000000000000000000000000E0001
            workers:
              - name: rig
                role: combined
                gpus:
                  - {device: 1, name: RTX 4090, vramMib: 24564, reservedMib: 500}
                  - {device: "0", name: Tesla T4}
                containersPerGpu: 1
                aiModels: aiModels.json
                modelsDir: models
                reorderDevices: false
                otherWeeklyGwei: 5000
            pins:
              - {workload: llm/maker/model, keep: warm, worker: rig, gpu: 1}
            overrides:
              - {workload: llm/maker/model, gpu: RTX 4090, vramMib: 9000, loadSeconds: 12.5}
            prices:
              - {workload: llm/maker/model, pricePerUnit: 0.00000008, pixelsPerUnit: 1000000, currency: Usd}
            metrics: http://127.0.0.1:7935/metrics
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("fleet.yaml");
    }

    private Document document(String yaml) throws IOException {
        return Document.ofYaml(Files.writeString(file, yaml), "The fleet file");
    }

    private void read(String yaml) {
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FleetFile.read(file, Shipped.CATALOGUE);
    }

    @Test
    void agreesWithTheReader() throws IOException {
        SchemaAgreement.check("fleet", document(FULL).root(), tree -> read(JsonText.write(tree)), NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{version: '1', workers: [{name: 7, gpus: [{name: T4}]}]}",
                "{RIG, orchestrator: '0x1111111111111111111111111111111111111111'}",
                "{RIG, orchestrator: 0x00000000000000000000000000000000000e0001}",
                "{RIG, orchestrator: , pins: , overrides: null, prices: , metrics: null}",
                "{RIG, pins: [{workload: llm/a, keep: warm, gpu: '0'}, {workload: llm/b, keep: cold, gpu: 0}]}",
                "{RIG, pins: [], overrides: [], prices: []}",
                "{RIG, prices: [{workload: llm/a, pricePerUnit: 1e3, currency: WEI}]}",
                "{RIG, overrides: [{workload: llm/a b, vramMib: 1}, {workload: upscale/x, loadSeconds: 0}]}",
                "{RIG, metrics: 'https://[::1]:7935/m?x=1'}"
            })
    void takesWhatTheReaderTakes(String yaml) throws IOException {
        String text = yaml.replace("{RIG,", "{version: 1, workers: [{name: rig, gpus: [{name: T4}]}],");

        read(text);
        assertThat(Schema.named("fleet").mistakes(document(text).root())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"role: remote", "containersPerGpu: 10", "reorderDevices: true", "otherWeeklyGwei: 1000000000000"
            })
    void takesEveryWorkerOfTheFormat(String field) throws IOException {
        String text = "version: 1\norchestratorAiModels: o.json\nworkers:\n  - {name: rig, gpus: [{name: T4}], " + field
                + "}\n";

        assertThat(Schema.named("fleet").mistakes(document(text).root())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{RIG, orchestrator: 0x12}",
                "{RIG, metrics: 'http://a b'}",
                "{version: 1, workers: [{name: my rig, gpus: [{name: T4}]}]}",
                "{version: 1, workers: [{name: rig, gpus: [{name: T4, device: 10}]}]}",
                "{version: 1, workers: [{name: rig, containersPerGpu: 11, gpus: [{name: T4}]}]}",
                "{RIG, pins: [{workload: text-2-image/a/b, keep: warm}]}",
                "{RIG, prices: [{workload: llm/a, pricePerUnit: 0}]}"
            })
    void refusesWhatTheReaderRefuses(String yaml) throws IOException {
        String text = yaml.replace("{RIG,", "{version: 1, workers: [{name: rig, gpus: [{name: T4}]}],");

        assertThat(Schema.named("fleet").mistakes(document(text).root())).isNotEmpty();
    }
}
