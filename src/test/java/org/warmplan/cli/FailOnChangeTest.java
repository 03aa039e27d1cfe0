package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --fail-on-change}: 5 when something changes, after all is published. */
final class FailOnChangeTest {
    @TempDir
    private Path folder;

    private String more = "";

    private Cli.Result run(String aiModels, String out) throws IOException {
        Files.writeString(folder.resolve("aiModels.json"), aiModels);
        Path fleet = Files.writeString(
                folder.resolve("fleet.yaml"),
                "version: 1\nworkers: [{name: rig1, aiModels: aiModels.json, gpus: [{name: RTX 3090}]}]\n" + more);
        return Cli.run("run", "--example", "--fail-on-change", "--fleet", fleet, "--out", folder.resolve(out));
    }

    private String published(String out) throws IOException {
        return Files.readString(folder.resolve(out).resolve("aiModels.json"));
    }

    @Test
    void endsWithFiveWhenAWorkloadChanges() throws IOException {
        Cli.Result result = run("[]", "out");

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.out()).contains("  warmed ");
        assertThat(result.err()).isEqualTo("Published to " + folder.resolve("out") + "\n");
        assertThat(folder.resolve("out").resolve("plan.json")).exists();
    }

    @Test
    void endsWithZeroOnceThePlanIsInPlace() throws IOException {
        run("[]", "first");
        Cli.Result result = run(published("first"), "second");

        assertThat(result.exitCode()).as(result.out()).isZero();
        assertThat(result.out()).contains("What changes\n  nothing\n");
    }

    @Test
    void endsWithFiveWhenOnlyTheFileChanges() throws IOException {
        String workload = "text-to-image/SG161222/RealVisXL_V4.0_Lightning";
        more = "pins: [{workload: " + workload + ", keep: warm}]\n" + "prices: [{workload: " + workload
                + ", pricePerUnit: 9000000}]\n";
        Cli.Result result = run(
                "[{\"pipeline\": \"text-to-image\", \"model_id\": \"SG161222/RealVisXL_V4.0_Lightning\", \"warm\": true,"
                        + " \"price_per_unit\": 4768371}]",
                "out");

        assertThat(result.out()).contains("  file   of rig1 ").doesNotContain("  warmed ", "  cooled ");
        assertThat(result.exitCode()).as(result.out()).isEqualTo(5);
    }

    @Test
    void changesAreNoFailureUnlessAskedFor() {
        assertThat(Cli.run("run", "--example", "--out", folder.resolve("out")).exitCode())
                .isZero();
    }

    @Test
    void planKnowsItToo() throws IOException {
        Path data = folder.resolve("data");
        Cli.run(
                "collect",
                "--sources",
                Path.of("data", "example", "network", "network-capabilities-20261123T060000Z.json"),
                "--data",
                data);
        Path fleet = Files.writeString(
                folder.resolve("fleet.yaml"), "version: 1\nworkers: [{name: rig1, gpus: [{name: RTX 4090}]}]\n");
        Cli.Result result =
                Cli.run("plan", "--fail-on-change", "--fleet", fleet, "--data", data, "--out", folder.resolve("out"));

        assertThat(result.exitCode()).as(result.err()).isEqualTo(5);
        assertThat(folder.resolve("out").resolve("plan.json")).exists();
    }
}
