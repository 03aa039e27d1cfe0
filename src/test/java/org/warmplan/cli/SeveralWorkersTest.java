package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.worker.AiModel;

/** Remote workers, several containers per card, a free order of devices: what is published does what is stated. */
final class SeveralWorkersTest {
    private static final String REALVIS = "text-to-image/SG161222/RealVisXL_V4.0_Lightning";
    private static final String UPSCALER = "upscale/stabilityai/stable-diffusion-x4-upscaler";
    private static final String BLIP = "image-to-text/Salesforce/blip-image-captioning-large";
    private static final String LIVE = "live-video-to-video/streamdiffusion-sdxl";

    @TempDir
    private Path folder;

    private Cli.Result run(String fleet) throws IOException {
        Path file = Files.writeString(folder.resolve("fleet.yaml"), "version: 1\n" + fleet);
        return Cli.run("run", "--example", "--fleet", file, "--out", folder.resolve("out"));
    }

    private Published published() {
        return Published.read(folder.resolve("out"), folder.resolve("fleet.yaml"));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private static String entry(String id, boolean warm, String more) {
        String[] parts = id.split("/", 2);
        return "{\"pipeline\": \"%s\", \"model_id\": \"%s\", \"warm\": %s%s}".formatted(parts[0], parts[1], warm, more);
    }

    @Test
    void pricesForRemoteWorkersGoToTheOrchestratorsFile() throws IOException {
        write(
                "orch.json",
                "[" + entry(REALVIS, true, ", \"price_per_unit\": 5000000, \"gateway\": \"default\"") + ","
                        + entry(REALVIS, true, ", \"price_per_unit\": 4000000, \"gateway\": \"0xabc\", \"note\": 7")
                        + "]");
        Cli.Result result = run("""
                orchestratorAiModels: orch.json
                workers:
                  - {name: a, role: remote, gpus: [{name: RTX 4090}, {name: RTX 3090}]}
                  - {name: b, role: remote, gpus: [{name: RTX 4090}]}
                pins:
                  - {workload: %s, keep: warm, worker: a}
                  - {workload: %s, keep: warm, worker: b}
                """.formatted(REALVIS, UPSCALER));

        assertThat(result.exitCode()).as(result.err()).isZero();
        Published published = published();
        published.requireConsistent();
        assertThat(published.file("a").entries()).allMatch(e -> e.findPrice().isEmpty());
        assertThat(Files.readString(folder.resolve("out/orchestrator/aiModels.json")))
                .contains("5000000", "4000000", "\"note\": 7", "x4-upscaler");
        assertThat(result.out())
                .contains("a (remote)")
                .contains("To do on the orchestrator, before any remote worker:")
                .contains("file   of orchestrator asks");
    }

    @Test
    void leavesNoLiveVideoOnARemoteWorker() throws IOException {
        write("a.json", "[" + entry(LIVE, true, "") + "," + entry(REALVIS, true, "") + "]");
        Cli.Result result = run("""
                workers:
                  - {name: a, role: remote, aiModels: a.json, gpus: [{name: RTX 4090}, {name: RTX 4090}]}
                  - {name: b, role: remote, gpus: [{name: RTX 4090}]}
                """);

        assertThat(result.exitCode()).as(result.err()).isZero();
        published().requireConsistent();
        assertThat(result.out()).contains("go-livepeer sends no live video to remote workers");
        assertThat(folder.resolve("out/plan.json")).content().contains("orchestratorFileMissing");
    }

    @Test
    void plansLiveVideoOnTheSameCardsWhenTheyAreCombined() throws IOException {
        Cli.Result result = run("""
                workers:
                  - {name: a, gpus: [{name: RTX 4090}, {name: RTX 4090}]}
                  - {name: b, gpus: [{name: RTX 4090}]}
                """);

        assertThat(result.exitCode()).as(result.err()).isZero();
        published().requireConsistent();
        assertThat(folder.resolve("out/plan.json")).content().contains("\"workload\": \"live-video-to-video/");
    }

    @Test
    void refusesAPinOfLiveVideoOnARemoteWorker() throws IOException {
        Cli.Result result = run("""
                workers: [{name: a, role: remote, gpus: [{name: RTX 4090}]}]
                pins: [{workload: %s, keep: warm, worker: a}]
                """.formatted(LIVE));

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("go-livepeer sends no live video to remote workers. Maybe remove the pin.");
    }

    @Test
    void listsNothingColdOnARemoteWorkerThatIsWarmOnAnother() throws IOException {
        write("a.json", "[" + entry(REALVIS, true, "") + "]");
        write("b.json", "[" + entry(BLIP, true, "") + "," + entry(REALVIS, false, "") + "]");
        Cli.Result result = run("""
                workers:
                  - {name: a, role: remote, aiModels: a.json, gpus: [{name: RTX 4090}]}
                  - {name: b, role: remote, aiModels: b.json, gpus: [{name: RTX 3090}, {name: RTX 3090}]}
                pins:
                  - {workload: %s, keep: warm, worker: a}
                  - {workload: %s, keep: never, worker: b, gpu: 0}
                  - {workload: %s, keep: never, worker: b, gpu: 1}
                """.formatted(REALVIS, REALVIS, REALVIS));

        assertThat(result.exitCode()).as(result.err()).isZero();
        published().requireConsistent();
        assertThat(published().file("b").entries()).noneMatch(e -> e.label().equals(REALVIS));
        assertThat(result.out()).contains("file   of b no longer lists " + REALVIS);
    }

    @Test
    void fillsSeveralContainersPerCardRoundByRound() throws IOException {
        write(
                "rig.json",
                "[" + entry(REALVIS, true, ", \"price_per_unit\": 1") + ","
                        + entry(BLIP, true, ", \"price_per_unit\": 2") + ","
                        + entry(REALVIS, true, ", \"price_per_unit\": 1")
                        + "]");
        Cli.Result result = run("""
                workers:
                  - {name: rig, containersPerGpu: 2, aiModels: rig.json, gpus: [{name: RTX 4090}, {name: L40S}]}
                pins:
                  - {workload: %s, keep: warm, gpu: 0}
                  - {workload: %s, keep: warm, gpu: 0}
                  - {workload: %s, keep: warm, gpu: 1}
                """.formatted(REALVIS, REALVIS, BLIP));

        assertThat(result.exitCode()).as(result.err()).isZero();
        Published published = published();
        published.requireConsistent();
        assertThat(published.file("rig").entries().stream()
                        .filter(AiModel::warm)
                        .map(AiModel::label))
                .startsWith(REALVIS, BLIP, REALVIS);
        assertThat(result.out()).contains("rig (2 containers per GPU)").contains("0 (2)");
    }

    @Test
    void leavesAGapWhereTheOrderOfDevicesMayChange() throws IOException {
        Cli.Result result = run("""
                workers:
                  - name: rig
                    reorderDevices: true
                    gpus: [{name: RTX 4090, reservedMib: 23000}, {name: RTX 3090}, {name: RTX 4090}]
                pins: [{workload: %s, keep: warm, gpu: 1}]
                """.formatted(REALVIS));

        assertThat(result.exitCode()).as(result.err()).isZero();
        Published published = published();
        published.requireConsistent();
        assertThat(published.worker("rig").get("nvidia").asString()).isEqualTo("1,2,0");
        assertThat(result.out()).contains("Start go-livepeer with -nvidia 1,2,0 from now on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fleet-1.yaml", "fleet-4.yaml", "fleet-4x2.yaml"})
    void publishesWhatIsStatedForTheShippedFleets(String name) {
        Path fleet = Path.of("data", "example", name);
        Cli.Result result = Cli.run("run", "--example", "--fleet", fleet, "--out", folder.resolve("out"));

        assertThat(result.exitCode()).as(result.err()).isZero();
        Published.read(folder.resolve("out"), fleet).requireConsistent();
    }

    @Test
    @Tag("slow")
    void publishesWhatIsStatedForFortyCards() {
        Path fleet = Path.of("data", "example", "fleet-40.yaml");
        Cli.Result result = Cli.run("run", "--example", "--fleet", fleet, "--out", folder.resolve("out"));

        assertThat(result.exitCode()).as(result.err()).isZero();
        Published published = Published.read(folder.resolve("out"), fleet);
        published.requireConsistent();
        assertThat(published.fleet().remoteWorkers()).hasSize(6);
        assertThat(published.fleet().slots()).isEqualTo(40);
    }
}
