package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes of the people and programs around: one clear line, the right exit code, nothing lost. */
final class BadInputTest {
    private static final Path NETWORK =
            Path.of("data", "example", "network", "network-capabilities-20261123T060000Z.json");

    @TempDir
    private Path folder;

    private Path fleet;

    @BeforeEach
    void writeAFleet() throws IOException {
        fleet = write("fleet.yaml", "version: 1\nworkers:\n  - name: rig1\n    gpus: [{name: RTX 4090}]\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Cli.Result run(Object fleetFile, Object source) {
        return Cli.run(
                "run",
                "--fleet",
                fleetFile,
                "--sources",
                source,
                "--data",
                folder.resolve("data"),
                "--out",
                folder.resolve("out"));
    }

    /** One line about the mistake, with a way out; nothing published, no stack trace. */
    private void assertRefused(Cli.Result result, int exitCode, String problem) {
        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(problem).contains("Maybe").doesNotContain("\tat ");
        // What was collected may be told before; the mistake itself is one line.
        assertThat(result.err().lines().filter(line -> !line.contains(" observations, ")))
                .hasSize(1);
        assertThat(folder.resolve("out").resolve("plan.json")).doesNotExist();
    }

    @Test
    void theFleetInUseGivesAPlan() {
        Cli.Result result = run(fleet, NETWORK);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(folder.resolve("out").resolve("plan.json")).exists();
        assertThat(folder.resolve("data").resolve("snapshots")).isNotEmptyDirectory();
        assertThat(folder.resolve("data").resolve("plans")).isNotEmptyDirectory();
    }

    @Test
    void aSourceFileIsMissing() {
        assertRefused(run(fleet, folder.resolve("none.json")), 3, "none.json does not exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty",
                "{\"orchestrators\": [|no sound JSON",
                "<!DOCTYPE html><html><body>Login</body></html>|is HTML",
                "{\"orchestrators\": null}|orchestrators",
                "[]|orchestrators"
            })
    void aSourceFileSaysNothing(String text, String problem) throws IOException {
        assertRefused(run(fleet, write("network.json", text)), 3, problem);
        assertThat(folder.resolve("data").resolve("snapshots")).doesNotExist();
    }

    @Test
    void aServerAnswersWithAnError() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(
                    new MockResponse.Builder().code(404).body("no such page").build());
            server.start();

            assertRefused(run(fleet, server.url("/getNetworkCapabilities")), 3, "404");
        }
    }

    @Test
    void aFailedSourceIsReplacedByWhatIsFiled() throws IOException {
        run(fleet, NETWORK);
        Cli.Result result = Cli.run(
                "run",
                "--fleet",
                fleet,
                "--sources",
                folder.resolve("none.json"),
                "--data",
                folder.resolve("data"),
                "--out",
                folder.resolve("second"));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("! network-capabilities failed:").contains("none.json does not exist");
    }

    @Test
    void nothingIsFiledAndNothingIsAsked() {
        assertRefused(
                Cli.run("plan", "--fleet", fleet, "--data", folder.resolve("data"), "--out", folder.resolve("out")),
                3,
                "No snapshot of the network's capabilities is filed for this time");
    }

    @Test
    void theFleetFileIsMissing() {
        assertRefused(run(folder.resolve("no.yaml"), NETWORK), 3, "no.yaml does not exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'version: 1\nworkers:\n  - name: rig1\n    gpus: []\n'|gpus",
                "'version: 1\nworkers:\n  - name: rig1\n    gpus: [{name: RTX 4091}]\n'|RTX 4091",
                "'version: 1\nworkers:\n  - {name: a, gpus: [{name: RTX 4090}]}\n  - {name: a, gpus: [{name: RTX 4090}]}\n'|workers[1].name",
                "''|is empty"
            })
    void theFleetFileMakesNoSense(String text, String problem) throws IOException {
        assertRefused(run(write("bad.yaml", text), NETWORK), 3, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pipeline\": \"llm\"}|Error parsing -aiModels",
                "[{\"pipeline\": \"llm\", \"model_id\": \"m\", \"warm\": \"true\"}]|warm",
                "[{\"pipeline\": \"llm\", \"model_id\": \"m\", \"price_per_unit\": \"0.5e-2USD\"}]|price_per_unit",
                "[{\"pipeline\": \"llm\",}]|Error parsing -aiModels"
            })
    void goLivepeerWouldNotParseTheCurrentFile(String text, String problem) throws IOException {
        write("aiModels.json", text);
        Path withFile = write(
                "with.yaml",
                "version: 1\nworkers:\n  - name: rig1\n    gpus: [{name: RTX 4090}]\n    aiModels: aiModels.json\n");

        assertRefused(run(withFile, NETWORK), 3, problem);
        assertThat(folder.resolve("aiModels.json")).content().isEqualTo(text);
    }

    @Test
    void anEntryOfTheCurrentFileWouldStopTheNode() throws IOException {
        write("aiModels.json", "[{\"pipeline\": \"llm\", \"model_id\": \"m\", \"price_per_unit\": -1}]");
        Path withFile = write(
                "with.yaml",
                "version: 1\nworkers:\n  - name: rig1\n    gpus: [{name: RTX 4090}]\n    aiModels: aiModels.json\n");

        assertRefused(run(withFile, NETWORK), 4, "must be a valid positive number, provided -1.00");
    }

    @Test
    void theCurrentFileIsMissing() throws IOException {
        Path withFile = write(
                "with.yaml",
                "version: 1\nworkers:\n  - name: rig1\n    gpus: [{name: RTX 4090}]\n    aiModels: gone.json\n");

        assertRefused(run(withFile, NETWORK), 3, "gone.json does not exist");
    }

    @Test
    void theOutputFolderIsAFile() throws IOException {
        write("out", "mine");
        Cli.Result result = run(fleet, NETWORK);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("cannot be written").contains("Maybe");
        assertThat(folder.resolve("out")).content().isEqualTo("mine");
    }

    @Test
    void pinsContradictWhatFits() throws IOException {
        Path pinned = write("pinned.yaml", """
                version: 1
                workers:
                  - {name: rig1, gpus: [{name: RTX 3060, vramMib: 12288}]}
                pins:
                  - {workload: text-to-image/black-forest-labs/FLUX.1-dev, keep: warm, worker: rig1}
                """);

        assertRefused(
                run(pinned, NETWORK),
                4,
                "The pin of text-to-image/black-forest-labs/FLUX.1-dev cannot be kept: It needs 44.3 GiB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run|--fleet is missing",
                "plan|--fleet is missing",
                "run --example --offline|--example brings its own data",
                "run --example --at yesterday|--at is yesterday",
                "run --fleet f.yaml --at 2026-11-23T06:00:00Z|--at goes only with",
                "run --example --frobnicate|--frobnicate",
                "run --example --fleeet x|Maybe --fleet was meant; see warmplan run --help.",
                "colect|Maybe collect or check was meant; see warmplan --help.",
                "init --nvidia x|Maybe --nvidia-smi was meant",
                "fly|fly",
                "''|A command is missing"
            })
    void theCommandIsUsedWrongly(String words, String problem) {
        Object[] args = words.isEmpty() ? new Object[0] : words.split(" ");
        Cli.Result result = Cli.run(args);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.err()).contains(problem).contains("Maybe").hasLineCount(1);
        assertThat(result.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"run", "init", "collect", "plan", "''"})
    void everyCommandExplainsItself(String command) {
        Object[] help = command.isEmpty() ? new Object[] {"--help"} : new Object[] {command, "--help"};
        Object[] version = command.isEmpty() ? new Object[] {"--version"} : new Object[] {command, "--version"};

        assertThat(Cli.run(help).out()).startsWith("Usage: warmplan").contains("--help");
        assertThat(Cli.run(version).out()).startsWith("Warmplan ").hasLineCount(1);
    }
}
