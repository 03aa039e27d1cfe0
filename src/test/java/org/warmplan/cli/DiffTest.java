package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiffTest {
    private static final String A =
            "{\"pipeline\": \"text-to-image\", \"model_id\": \"acme/_a_\", \"warm\": true, \"price_per_unit\": 7,"
                    + " \"token\": \"s3cret\"}";
    private static final String B =
            "{\"pipeline\": \"upscale\", \"model_id\": \"acme/up\", \"warm\": true, \"price_per_unit\": 7}";

    @TempDir
    private Path folder;

    private Path old;
    private Path changed;

    @BeforeEach
    void writeFiles() throws IOException {
        old = Files.writeString(folder.resolve("old.json"), "[" + A + "," + B + "]");
        changed = Files.writeString(folder.resolve("new.json"), "[" + B + "," + A.replace("7", "8") + "]");
    }

    private Path fleet(String workers) throws IOException {
        return Files.writeString(folder.resolve("fleet.yaml"), "version: 1\nworkers:\n" + workers);
    }

    @Test
    void tellsChangesInSentences() {
        Cli.Result result = Cli.run("diff", old, changed);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                upscale/acme/up moves from slot 1 to slot 0.
                text-to-image/acme/_a_ moves from slot 0 to slot 1.
                text-to-image/acme/_a_ asks 8 wei a unit instead of 7 wei a unit.
                """);
    }

    @Test
    void namesTheCardsOfTheFleet() throws IOException {
        Path fleet = fleet("  - {name: rig1, gpus: [{name: RTX 4090}, {name: RTX 3090, device: \"3\"}]}\n");

        assertThat(Cli.run("diff", old, changed, "--fleet", fleet).out())
                .contains("acme/up moves from slot 1 (GPU 3, NVIDIA GeForce RTX 3090) to slot 0 (GPU 0, NVIDIA GeForce"
                        + " RTX 4090).");
    }

    @Test
    void tellsContainersOfOneCardApart() throws IOException {
        Path fleet = fleet("  - {name: rig1, containersPerGpu: 2, gpus: [{name: RTX 4090}]}\n");

        assertThat(Cli.run("diff", old, changed, "--fleet", fleet).out())
                .contains("slot 1 (GPU 0, NVIDIA GeForce RTX 4090, container 2)");
    }

    @Test
    void needsTheWorkerWhereTheFleetHasSeveral() throws IOException {
        Path fleet = fleet("  - {name: a, role: remote, gpus: [{name: RTX 4090}]}\n");

        Cli.Result unnamed = Cli.run("diff", old, changed, "--fleet", fleet);
        assertThat(unnamed.exitCode()).isEqualTo(2);
        assertThat(unnamed.err())
                .isEqualTo("The fleet has 2 files, so --worker is needed. Maybe one of: orchestrator, a.\n");
        assertThat(Cli.run("diff", old, changed, "--fleet", fleet, "--worker", "b")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Cli.run("diff", old, changed, "--fleet", fleet, "--worker", "orchestrator")
                        .out())
                .isEqualTo("text-to-image/acme/_a_ asks 8 wei a unit instead of 7 wei a unit.\n");
        assertThat(Cli.run("diff", old, changed, "--worker", "a").exitCode()).isEqualTo(2);
    }

    @Test
    void printsAMarkdownList() {
        assertThat(Cli.run("diff", old, changed, "--format", "markdown").out())
                .startsWith("# From ")
                .contains("\n\n- upscale/acme/up moves from slot 1 to slot 0.\n")
                .contains("- text-to-image/acme/\\_a\\_ asks 8 wei");
    }

    @Test
    void printsAPatchAndNothingElse() {
        Cli.Result result = Cli.run("diff", old, changed, "--format", "json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                [
                  {
                    "op": "move",
                    "from": "/0",
                    "path": "/1"
                  },
                  {
                    "op": "replace",
                    "path": "/1/price_per_unit",
                    "value": 8
                  }
                ]
                """);
    }

    @Test
    void saysWhenNothingChanges() throws IOException {
        Path spaced = Files.writeString(folder.resolve("spaced.json"), "[\n" + A + " ,\n" + B + "]\n");
        Path spelled = Files.writeString(folder.resolve("spelled.json"), "[" + A + "," + B.replace("7", "7.0") + "]");

        assertThat(Cli.run("diff", old, spaced).out()).isEqualTo("Nothing changes.\n");
        assertThat(Cli.run("diff", old, spelled, "--fail-on-change"))
                .isEqualTo(new Cli.Result(
                        0, "Nothing changes.\nSome fields are spelled in another way, to the same effect.\n", ""));
    }

    @Test
    void failsOnChangeWhenAsked() {
        assertThat(Cli.run("diff", old, changed, "--fail-on-change").exitCode()).isEqualTo(5);
        assertThat(Cli.run("diff", old, old, "--fail-on-change").exitCode()).isZero();
    }

    @Test
    void refusesWhatGoLivepeerCouldNotParse() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "[" + A.replace("7", "\"s3cret\"") + "]");

        Cli.Result result = Cli.run("diff", old, broken);
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(Cli.run("diff", old, folder.resolve("none.json")).exitCode()).isEqualTo(3);
        assertThat(Cli.run("diff", old).exitCode()).isEqualTo(2);
        assertThat(Cli.run("diff", old, changed, "--format", "yaml").exitCode()).isEqualTo(2);
    }

    @Test
    void showsNoSecret() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "[" + A.replace("s3cret", "s3cret2") + "]");
        for (String format : new String[] {"text", "markdown", "json"}) {
            Cli.Result result = Cli.run("diff", old, other, "--format", format);
            assertThat(result.out() + result.err()).doesNotContain("s3cret").isNotEmpty();
        }
    }
}
