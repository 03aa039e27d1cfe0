package org.warmplan.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;

final class FleetFileTest {
    private static final Workload SDXL = new Workload(Pipeline.TEXT_TO_IMAGE, "ByteDance/SDXL-Lightning");

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("fleet.yaml");
    }

    @Test
    void readsAFleetWhole() throws IOException {
        Fleet fleet = read("""
                version: 1
                orchestrator: 0x1111111111111111111111111111111111111111
                metrics: http://127.0.0.1:7935/metrics
                workers:
                  - name: rig1
                    role: combined
                    containersPerGpu: 1
                    aiModels: rig1/aiModels.json
                    modelsDir: /models
                    reorderDevices: false
                    otherWeeklyGwei: 5000
                    gpus:
                      - {device: 1, name: RTX 4090, reservedMib: 500}
                      - {device: "0", name: A100 40GB, vramMib: 40000}
                  - name: rig2
                    gpus: [{name: NVIDIA L4}]
                pins:
                  - {workload: text-to-image/ByteDance/SDXL-Lightning, keep: warm, worker: rig1, gpu: 0}
                  - {workload: llm/maker/model, keep: never}
                overrides:
                  - {workload: llm/maker/model, gpu: RTX 4090, vramMib: 9000, loadSeconds: 12.5}
                prices:
                  - {workload: llm/maker/model, pricePerUnit: 0.08, pixelsPerUnit: 1000000, currency: USD}
                """);

        assertThat(fleet.orchestrator()).isEqualTo(new Address("0x" + "1".repeat(40)));
        assertThat(fleet.metrics()).isEqualTo(URI.create("http://127.0.0.1:7935/metrics"));
        FleetWorker rig1 = fleet.findWorker("rig1").orElseThrow();
        assertThat(rig1.gpus())
                .containsExactly(
                        new FleetGpu("1", "NVIDIA GeForce RTX 4090", Vram.ofMib(24564), Vram.ofMib(500)),
                        new FleetGpu("0", "NVIDIA A100-SXM4-40GB", Vram.ofMib(40000), Vram.ZERO));
        assertThat(rig1.aiModels()).isEqualTo(folder.resolve("rig1/aiModels.json"));
        assertThat(rig1.modelsDir()).isEqualTo(Path.of("/models"));
        assertThat(rig1.reorderDevices()).isFalse();
        assertThat(rig1.otherWeeklyGwei()).isEqualTo(5000);
        Workload llm = new Workload(Pipeline.LLM, "maker/model");
        assertThat(fleet.pins())
                .containsExactly(new Pin(SDXL, Keep.WARM, "rig1", "0"), new Pin(llm, Keep.NEVER, null, null));
        assertThat(fleet.overrides())
                .containsExactly(
                        new FigureOverride(llm, "NVIDIA GeForce RTX 4090", Vram.ofMib(9000), new BigDecimal("12.5")));
        assertThat(fleet.prices()).containsExactly(new OwnPrice(llm, new BigDecimal("0.08"), 1_000_000, Currency.USD));
        assertThat(fleet.issues()).isEmpty();
    }

    @Test
    void fillsInDefaults() throws IOException {
        Fleet fleet = read("""
                version: 1
                workers: [{name: rig, gpus: [{name: T4}, {name: T4}]}]
                """);

        assertThat(fleet.orchestrator()).isNull();
        assertThat(fleet.workers())
                .containsExactly(new FleetWorker(
                        "rig",
                        Role.COMBINED,
                        List.of(
                                new FleetGpu("0", "Tesla T4", Vram.ofMib(15360), Vram.ZERO),
                                new FleetGpu("1", "Tesla T4", Vram.ofMib(15360), Vram.ZERO)),
                        1,
                        null,
                        null,
                        false,
                        0));
    }

    @Test
    void readsRemoteWorkersWithTheirOrchestratorsFile() throws IOException {
        Fleet fleet = read("""
                version: 1
                orchestratorAiModels: orch/aiModels.json
                workers:
                  - {name: far, role: remote, containersPerGpu: 2, gpus: [{name: T4}, {name: T4}, {name: T4}]}
                  - {name: near, reorderDevices: true, gpus: [{name: T4}]}
                """);

        assertThat(fleet.orchestratorAiModels()).isEqualTo(folder.resolve("orch/aiModels.json"));
        assertThat(fleet.remoteWorkers()).extracting(FleetWorker::name).containsExactly("far");
        assertThat(fleet.slots()).isEqualTo(7);
        assertThat(fleet.workers()).extracting(FleetWorker::mayReorder).containsExactly(false, true);
        assertThat(fleet.issues()).isEmpty();
    }

    @Test
    void tellsOfAPriceFileThatIsMissingOrUnused() throws IOException {
        assertThat(read("{version: 1, workers: [{name: far, role: remote, gpus: [{name: T4}]}]}")
                        .issues())
                .extracting(DataIssue::kind)
                .containsExactly("orchestratorFileMissing");
        Fleet combined =
                read("{version: 1, orchestratorAiModels: a.json, workers: [{name: near, gpus: [{name: T4}]}]}");
        assertThat(combined.issues()).extracting(DataIssue::kind).containsExactly("orchestratorFileUnused");
        assertThat(combined.orchestratorAiModels()).isNull();
    }

    @Test
    void keepsTheOrderOfDevicesWithSeveralContainersPerGpu() throws IOException {
        Fleet fleet = read(
                "{version: 1, workers: [{name: rig, containersPerGpu: 2, reorderDevices: true, gpus: [{name: T4}]}]}");

        assertThat(fleet.workers().get(0).mayReorder()).isFalse();
        assertThat(fleet.issues()).extracting(DataIssue::kind).containsExactly("reorderIgnored");
    }

    @Test
    void takesAPinForEachContainerOfACard() throws IOException {
        Fleet fleet = read("""
                version: 1
                workers: [{name: rig, containersPerGpu: 2, gpus: [{name: T4}]}]
                pins:
                  - {workload: llm/a, keep: warm, gpu: 0}
                  - {workload: llm/a, keep: warm, gpu: 0}
                """);

        assertThat(fleet.pins()).hasSize(2);
    }

    @Test
    void takesTheOnlyWorkerForAPinOfAGpu() throws IOException {
        Fleet fleet = read("""
                version: 1
                workers: [{name: rig, gpus: [{name: T4}]}]
                pins: [{workload: text-to-image/ByteDance/SDXL-Lightning, keep: cold, gpu: "0"}]
                """);

        assertThat(fleet.pins()).containsExactly(new Pin(SDXL, Keep.COLD, "rig", "0"));
    }

    @Test
    void letsAPartBeStricterThanTheWhole() throws IOException {
        Fleet fleet = read("""
                version: 1
                workers: [{name: a, gpus: [{name: T4}, {name: T4}]}, {name: b, gpus: [{name: T4}]}]
                pins:
                  - {workload: text-to-image/ByteDance/SDXL-Lightning, keep: warm}
                  - {workload: text-to-image/ByteDance/SDXL-Lightning, keep: never, worker: b}
                  - {workload: text-to-image/ByteDance/SDXL-Lightning, keep: cold, worker: a, gpu: 1}
                """);

        assertThat(fleet.pins()).extracting(Pin::keep).containsExactly(Keep.WARM, Keep.NEVER, Keep.COLD);
    }

    @Test
    void plansAnUnknownCardByItsVramAndSaysSo() throws IOException {
        Fleet fleet = read("""
                version: 1
                workers: [{name: rig, gpus: [{name: NVIDIA Z9, vramMib: 20000}]}]
                """);

        assertThat(fleet.workers().get(0).gpus())
                .containsExactly(new FleetGpu("0", "NVIDIA Z9", Vram.ofMib(20000), Vram.ZERO));
        assertThat(fleet.issues())
                .containsExactly(new DataIssue(
                        "gpuUnknown",
                        "fleet.yaml",
                        "workers[0].gpus[0].name",
                        "NVIDIA Z9",
                        "The catalogue does not know this card, so only what its vramMib allows is known about it."));
    }

    @Test
    void plansACardWithWholeGibAndSaysSo() throws IOException {
        Fleet fleet = read("""
                version: 1
                workers: [{name: rig, gpus: [{name: RTX 4070}]}]
                """);

        assertThat(fleet.workers().get(0).gpus())
                .containsExactly(new FleetGpu("0", "NVIDIA GeForce RTX 4070", Vram.ofMib(12288), Vram.ZERO));
        assertThat(fleet.issues())
                .extracting(DataIssue::kind, DataIssue::value)
                .containsExactly(tuple("gpuMemoryRounded", "NVIDIA GeForce RTX 4070"));
    }

    @Test
    void saysWhenThereIsNoFile() {
        assertThatThrownBy(() -> FleetFile.read(file, Shipped.CATALOGUE))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "The fleet file " + file + " does not exist. Maybe the path is relative to another folder.");
    }

    private Fleet read(String yaml) throws IOException {
        Files.writeString(file, yaml);
        return FleetFile.read(file, Shipped.CATALOGUE);
    }
}
