package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.domain.Snapshot;
import org.warmplan.history.Manifest;
import tools.jackson.databind.JsonNode;

/** A flag from its first plan to the operator's verdict. */
final class ExperimentTest {
    private static final String SDXL = "text-to-image/ByteDance/SDXL-Lightning";

    @TempDir
    private Path folder;

    private int runs;

    @BeforeEach
    void writeFleetAndSource() throws IOException {
        List<Snapshot> snapshots = Manifest.read(Path.of("data/example/network/manifest.jsonl"));
        Snapshot newest = snapshots.stream()
                .filter(s -> s.kind().equals("network-capabilities"))
                .reduce((a, b) -> b)
                .orElseThrow();
        Files.writeString(folder.resolve("network.json"), newest.parts().get(0).body());
        Files.writeString(folder.resolve("fleet.yaml"), """
                version: 1
                workers: [{name: rig1, gpus: [{name: RTX 4090}]}]
                pins: [{workload: %s, keep: warm}]
                """.formatted(SDXL));
    }

    private Published run() {
        Path out = folder.resolve("out" + runs++);
        Cli.Result result = Cli.run(
                "run",
                "--fleet",
                folder.resolve("fleet.yaml"),
                "--sources",
                folder.resolve("network.json"),
                "--data",
                folder.resolve("data"),
                "--out",
                out);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return Published.read(out, folder.resolve("fleet.yaml"));
    }

    private Cli.Result judge(String... words) {
        Object[] all = new Object[words.length + 4];
        all[0] = "experiment";
        all[1] = "verdict";
        System.arraycopy(words, 0, all, 2, words.length);
        all[words.length + 2] = "--data";
        all[words.length + 3] = folder.resolve("data");
        return Cli.run(all);
    }

    private static String flags(Published published) {
        return published.file("rig1").entries().get(0).optimizationFlags().toString();
    }

    @Test
    void beginsOnAWorkerThatRestartsAndWaitsForTheVerdict() {
        Published first = run();
        JsonNode experiment = first.plan().get("experiment");

        assertThat(experiment.get("flag").asString()).isEqualTo("SFAST");
        assertThat(experiment.get("workload").asString()).isEqualTo(SDXL);
        assertThat(experiment.get("worker").asString()).isEqualTo("rig1");
        assertThat(experiment.get("verdict").isNull()).isTrue();
        assertThat(flags(first)).isEqualTo("{SFAST=true}");
        assertThat(run().plan().get("experiment")).isEqualTo(experiment);
    }

    @Test
    void keepsTheFlagThatWasFoundGood() {
        run();
        assertThat(judge("good", "--note", "as before, 20 % faster").exitCode()).isZero();
        Published next = run();

        assertThat(next.plan().get("experiment").get("verdict").asString()).isEqualTo("good");
        assertThat(next.plan().get("experiment").get("note").asString()).isEqualTo("as before, 20 % faster");
        assertThat(flags(next)).isEqualTo("{SFAST=true}");
        // DEEPCACHE is not sound on a Lightning model, so nothing is left to try.
        assertThat(run().plan().has("experiment")).isFalse();
    }

    @Test
    void takesTheFlagAwayThatWasFoundBadAndNeverTriesItAgain() throws IOException {
        Published first = run();
        Files.writeString(folder.resolve("mine.json"), first.file("rig1").write());
        Files.writeString(
                folder.resolve("fleet.yaml"),
                Files.readString(folder.resolve("fleet.yaml")).replace("rig1,", "rig1, aiModels: mine.json,"));
        assertThat(judge("BAD", "--worker", "rig1").err())
                .isEqualTo("SFAST on " + SDXL + " of rig1 is recorded as bad; the next plan takes it away.\n");
        Published next = run();

        assertThat(next.plan().get("experiment").get("verdict").asString()).isEqualTo("bad");
        assertThat(flags(next)).isEqualTo("{}");
        assertThat(next.folder().resolve("report.md")).content().contains("takes SFAST off");
        assertThat(run().plan().has("experiment")).isFalse();
    }

    @Test
    void refusesAVerdictWithoutAnExperiment() {
        Cli.Result result = judge("good");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("is waiting for a verdict. Maybe --data is another folder.");
        assertThat(Cli.run("experiment", "verdict", "soso").exitCode()).isEqualTo(2);
        assertThat(Cli.run("experiment").exitCode()).isEqualTo(2);
    }

    @Test
    void tellsOfADamagedRecord() throws IOException {
        run();
        Path file = folder.resolve("data").resolve("experiments.json");
        Files.writeString(file, Files.readString(file).replace("SFAST", "FAST"));
        Cli.Result result = judge("good");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("experiments[0].flag is \"FAST\"");
    }
}
