package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan for remote workers behind one orchestrator: a file for each of them, the orchestrator's first. */
final class ApplyRemoteTest {
    private static final String ENTRY = "[{\"pipeline\": \"image-to-text\", \"model_id\":"
            + " \"Salesforce/blip-image-captioning-large\", \"warm\": true, \"token\": \"s3cret\"%s}]";

    @TempDir
    private Path folder;

    private Path fleet;

    @BeforeEach
    void publish() throws IOException {
        write("orch.json", ENTRY.formatted(", \"price_per_unit\": 100"));
        write("a.json", ENTRY.formatted(""));
        write("b.json", ENTRY.formatted(""));
        fleet = Files.writeString(folder.resolve("fleet.yaml"), """
                version: 1
                orchestratorAiModels: orch.json
                workers:
                  - {name: a, role: remote, aiModels: a.json, gpus: [{name: RTX 4090}]}
                  - {name: b, role: remote, aiModels: b.json, gpus: [{name: RTX 3090}]}
                """);
        Cli.Result run = Cli.run("run", "--example", "--fleet", fleet, "--out", folder.resolve("out"));
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private Cli.Result apply(Object... more) {
        return Cli.run(Stream.concat(
                        Stream.of("apply", "--plan", folder.resolve("out"), "--fleet", fleet, "--yes"), Stream.of(more))
                .toArray());
    }

    private Path published(String worker) {
        return folder.resolve("out").resolve(worker).resolve("aiModels.json");
    }

    @Test
    void needsTheWorkersName() {
        Cli.Result result = apply();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("The fleet has 3 files, so --worker is needed. Maybe one of: orchestrator, a, b.\n");
    }

    @Test
    void installsTheOrchestratorsPricesFirst() throws IOException {
        Cli.Result early = apply("--worker", "a", "--format", "json");
        assertThat(early.exitCode()).as(early.err()).isZero();
        assertThat(early.err())
                .contains("The orchestrator's file of this plan is not in place yet, and prices live only there. Maybe"
                        + " install it first: --worker orchestrator.");

        Cli.Result orchestrator = apply("--worker", "orchestrator");
        assertThat(orchestrator.exitCode()).as(orchestrator.err()).isZero();
        assertThat(folder.resolve("orch.json")).hasSameTextualContentAs(published("orchestrator"));
        assertThat(orchestrator.out())
                .contains(" asks ")
                .doesNotContain("is now warm", "ai-runner", "verify")
                .contains("Now restart the orchestrator, whose workers connect again by themselves: docker restart"
                        + " livepeer_ai_orchestrator")
                .contains("apply --rollback --fleet " + fleet + " --worker orchestrator");

        Cli.Result worker = apply("--worker", "b");
        assertThat(worker.exitCode()).as(worker.err()).isZero();
        assertThat(worker.err()).doesNotContain("not in place yet");
        assertThat(worker.out())
                .contains(
                        "Now restart the AI worker on b, not its orchestrator: docker restart livepeer_ai_worker",
                        "./warmplan verify --plan " + folder.resolve("out") + " --fleet " + fleet + " --worker b\n")
                .doesNotContain("in a file that sets no price");
        assertThat(folder.resolve("b.json")).hasSameTextualContentAs(published("b"));
        assertThat(early.out() + orchestrator.out() + worker.out()).doesNotContain("s3cret");
        assertThat(early.err() + orchestrator.err() + worker.err()).doesNotContain("s3cret");
    }

    @Test
    void namesWhatTheFleetFileLacks() throws IOException {
        Files.writeString(fleet, Files.readString(fleet).replace("orchestratorAiModels: orch.json\n", ""));
        Cli.Result result = apply("--worker", "orchestrator");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err())
                .contains("names no file for orchestrator", "Maybe add orchestratorAiModels with its path.");
        assertThat(apply("--worker", "a").err()).doesNotContain("not in place yet");
    }

    @Test
    void doesNotNeedTheOrchestratorsMachine() throws IOException {
        Files.writeString(fleet, Files.readString(fleet).replace("orch.json", "elsewhere/orch.json"));
        Cli.Result result = apply("--worker", "a");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).doesNotContain("not in place yet");
    }

    @Test
    void rollsEachFileBackAlone() throws IOException {
        apply("--worker", "orchestrator");
        apply("--worker", "a");
        Cli.Result result = Cli.run(
                "apply", "--rollback", "--fleet", fleet, "--yes", "--worker", "orchestrator", "--format", "json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(folder.resolve("orch.json")).hasContent(ENTRY.formatted(", \"price_per_unit\": 100"));
        assertThat(folder.resolve("a.json")).hasSameTextualContentAs(published("a"));
        assertThat(result.out()).contains("\"worker\": \"orchestrator\"", "docker restart livepeer_ai_orchestrator");
    }
}
