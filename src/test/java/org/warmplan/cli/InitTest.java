package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.InputException;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetFile;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;

final class InitTest {
    private static final String SMI =
            "0, GPU-0a, NVIDIA GeForce RTX 4090, 24564\n1, GPU-1b, NVIDIA GeForce RTX 3090, 24576\n";
    private static final String SELF = "0x00000000000000000000000000000000000E0001";
    private static final String TWO_NODES = "0x00000000000000000000000000000000000e0011";
    private static final Path NETWORK =
            Path.of("data", "example", "network", "network-capabilities-20261123T060000Z.json");

    @TempDir
    private Path folder;

    private Path out;
    private Path smi;

    @BeforeEach
    void writeAnAnswer() throws IOException {
        out = folder.resolve("fleet.yaml");
        smi = write("smi.txt", SMI);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Fleet drafted() {
        return FleetFile.read(out, Catalogue.read(Path.of("data", "catalogue")));
    }

    private static void assertRefused(Cli.Result result, int exitCode, String problem) {
        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(problem).contains("Maybe").hasLineCount(1);
    }

    @Test
    void draftsFromAFile() {
        Cli.Result result = Cli.run("init", "--nvidia-smi", smi, "--out", out);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("""
                Drafted %1$s
                Not known: your orchestrator's address, the current aiModels.json of rig1.
                Next: read it and fill in what is commented out, then: ./warmplan run --fleet %1$s
                """.formatted(out));
        assertThat(drafted().workers().get(0).gpus())
                .extracting(FleetGpu::name)
                .containsExactly("NVIDIA GeForce RTX 4090", "NVIDIA GeForce RTX 3090");
    }

    @Test
    void theDraftRuns() throws IOException {
        write("aiModels.json", "[{\"pipeline\": \"llm\", \"model_id\": \"m\", \"warm\": true, \"price_per_unit\": 1}]");
        Cli.run("init", "--nvidia-smi", smi, "--ai-models", folder.resolve("aiModels.json"), "--out", out);
        Cli.Result result = Cli.run("run", "--example", "--fleet", out, "--out", folder.resolve("report"));

        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    @Test
    void printsTheDraftAndNothingElse() {
        Cli.Result result = Cli.run("init", "--nvidia-smi", smi, "--name", "garage", "--out", "-");

        assertThat(result.out()).startsWith("# yaml-language-server: $schema=data/schema/fleet.schema.json\n");
        assertThat(result.out())
                .endsWith("# metrics: http://127.0.0.1:7935/metrics\n")
                .contains("  - name: garage\n");
        assertThat(result.err()).contains("run --fleet fleet.yaml");
        assertThat(Path.of("fleet.yaml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void readsAPipeInAnyEncoding(String charset) {
        byte[] piped = SMI.getBytes(Charset.forName(charset));
        Cli.Result result = Cli.run(piped, Cli.NO_PROGRAMS, "init", "--nvidia-smi", "-", "--out", out);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(drafted().workers().get(0).gpus()).hasSize(2);
    }

    @Test
    void readsAByteOrderMark() {
        byte[] piped = ("\uFEFF" + SMI).getBytes(StandardCharsets.UTF_8);
        Cli.run(piped, Cli.NO_PROGRAMS, "init", "--nvidia-smi", "-", "--out", out);

        assertThat(drafted().workers().get(0).gpus()).hasSize(2);
    }

    @Test
    void asksNvidiaSmiWhenNothingIsGiven() {
        Programs programs = (words, limit) -> Optional.of(new Programs.Ran(
                0, words.get(0).equals("nvidia-smi") && words.size() == 3 && limit.toSeconds() == 10 ? SMI : ""));
        Cli.Result result = Cli.run(new byte[0], programs, "init", "--out", out);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(drafted().workers().get(0).gpus()).hasSize(2);
    }

    @Test
    void saysWhatToDoWithoutNvidiaSmi() {
        assertRefused(Cli.run("init", "--out", out), 3, "There is no nvidia-smi on this machine.");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9|NVIDIA-SMI has failed because it couldn't communicate|cannot reach the driver",
                "6|No devices were found|found no card",
                "139|''|ended with 139 and said nothing",
                "0|''|nvidia-smi is empty"
            })
    void tellsWhatNvidiaSmiSays(int exitCode, String output, String problem) {
        Programs programs = (words, limit) -> Optional.of(new Programs.Ran(exitCode, output));

        assertRefused(Cli.run(new byte[0], programs, "init", "--out", out), 3, problem);
    }

    @Test
    void stopsAProgramThatHangs() {
        Programs programs = (words, limit) -> {
            throw new InputException(
                    "nvidia-smi has not ended within 10 s, so it was stopped. Maybe the driver hangs.");
        };

        assertRefused(Cli.run(new byte[0], programs, "init", "--out", out), 3, "not ended within 10 s");
    }

    @Test
    void neverOverwrites() throws IOException {
        write("fleet.yaml", "mine");

        assertRefused(Cli.run("init", "--nvidia-smi", smi, "--out", out), 2, "is there already");
        assertThat(out).content().isEqualTo("mine");
        assertRefused(Cli.run("init", "--nvidia-smi", smi, "--out", folder), 2, "is there already");
    }

    @Test
    void takesPathsFromTheDraftsFolder() throws IOException {
        Path current = write("aiModels.json", "[]");
        out = folder.resolve("new").resolve("deep").resolve("fleet.yaml");
        Cli.run("init", "--nvidia-smi", smi, "--ai-models", current, "--out", out);
        FleetWorker worker = drafted().workers().get(0);

        assertThat(out).content().contains("aiModels: ../../aiModels.json\n");
        assertThat(worker.aiModels()).isNotNull().isRegularFile();
    }

    @Test
    void takesPathsThroughLinkedFolders() throws IOException {
        Path current = write("aiModels.json", "[]");
        Path real = Files.createDirectories(folder.resolve("a").resolve("b"));
        out = Files.createSymbolicLink(folder.resolve("link"), real).resolve("fleet.yaml");
        Cli.run("init", "--nvidia-smi", smi, "--ai-models", current, "--out", out);

        assertThat(drafted().workers().get(0).aiModels()).isNotNull().isRegularFile();
    }

    @Test
    void draftsLinesForCardsItCannotKnow() throws IOException {
        Path current = write(
                "aiModels.json",
                "[{\"pipeline\": \"llm\", \"model_id\": \"m\", \"warm\": true, \"capacity\": 2, \"price_per_unit\": 1}]");
        Cli.Result result =
                Cli.run("init", "--ai-models", current, "--orchestrator", SELF, "--nvidia-smi", smi, "--out", out);
        assertThat(result.err()).doesNotContain("Not known");
        out = folder.resolve("second.yaml");
        result = Cli.run("init", "--ai-models", current, "--out", out);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("the cards of rig1").contains("put in the cards that are missing");
        assertThat(out).content().contains("# - device: \"1\"").doesNotContain("# - device: \"2\"");
    }

    @Test
    void refusesAFileGoLivepeerWouldNotParse() throws IOException {
        Path current = write("aiModels.json", "[{\"pipeline\": \"llm\",}]");

        assertRefused(
                Cli.run("init", "--nvidia-smi", smi, "--ai-models", current, "--out", out),
                3,
                "Error parsing -aiModels");
    }

    @Test
    void takesCardsFromTheOrchestratorsOwnRecord() {
        Path data = folder.resolve("data");
        Cli.run("collect", "--sources", NETWORK, "--data", data);
        Cli.Result result = Cli.run("init", "--orchestrator", SELF, "--data", data, "--out", out);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(drafted().workers().get(0).gpus())
                .extracting(gpu -> gpu.vram().mib())
                .containsExactly(24564L);
        assertThat(out)
                .content()
                .contains("Seen at https://orch-1.example:8935 in the network's record of 2026-11-23T12:00:00Z")
                .contains("compare nvidia-smi -L with -nvidia")
                .containsPattern("# GPU-[0-9a-f-]{36}, seen with text-to-image/SG161222/RealVisXL_V4.0_Lightning;"
                        + " 15\\d{3} MiB were free when its container was ready");
    }

    @Test
    void draftsAWorkerPerNode() {
        Path data = folder.resolve("data");
        Cli.run("collect", "--sources", NETWORK, "--data", data);
        Cli.run("init", "--orchestrator", TWO_NODES, "--data", data, "--out", out);

        assertThat(drafted().workers()).extracting(FleetWorker::name).containsExactly("rig1", "rig2");
    }

    @Test
    void givenCardsCountMoreThanTheRecord() {
        Path data = folder.resolve("data");
        Cli.run("collect", "--sources", NETWORK, "--data", data);
        Cli.run("init", "--orchestrator", SELF, "--nvidia-smi", smi, "--data", data, "--out", out);

        assertThat(drafted().workers().get(0).gpus()).hasSize(2);
        assertThat(drafted().orchestrator()).hasToString("0x00000000000000000000000000000000000e0001");
    }

    @Test
    void saysWhenNoRecordShowsTheOrchestrator() {
        assertRefused(
                Cli.run("init", "--orchestrator", SELF, "--data", folder.resolve("none"), "--out", out),
                3,
                "shows cards of 0x00000000000000000000000000000000000e0001. Maybe run warmplan collect first");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"--orchestrator,0x12,is \"0x12\"", "--name,a/b,is \"a/b\"", "--name,Orchestrator,no name for a worker"})
    void refusesNamesThatAreNone(String option, String value, String problem) {
        assertRefused(Cli.run("init", option, value, "--nvidia-smi", smi, "--out", out), 2, problem);
    }
}
