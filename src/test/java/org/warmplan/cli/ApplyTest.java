package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.files.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped example's plan, installed over the file it was made from. */
final class ApplyTest {
    private static final Path PUBLISHED = Path.of("reports", "example");
    private static final String BACKUP = "aiModels.json.20261123T120000Z.bak";

    @TempDir
    private Path folder;

    private Path fleet;
    private Path target;
    private Path plan;
    private String old;
    private String published;

    @BeforeEach
    void copyTheExample() throws IOException {
        old = Files.readString(Path.of("data", "example", "aiModels.json"));
        published = Files.readString(PUBLISHED.resolve("aiModels.json"));
        target = Files.writeString(Files.createDirectory(folder.resolve("rig")).resolve("aiModels.json"), old);
        plan = Files.createDirectory(folder.resolve("plan"));
        Files.writeString(plan.resolve("aiModels.json"), published);
        Files.copy(PUBLISHED.resolve("plan.json"), plan.resolve("plan.json"));
        fleet = fleet("    aiModels: rig/aiModels.json\n");
    }

    private Path fleet(String more) throws IOException {
        return Files.writeString(folder.resolve("fleet.yaml"), """
                version: 1
                workers:
                  - name: rig1
                    gpus: [{name: RTX 4090}, {name: RTX 3090}, {name: RTX 4070 Ti SUPER}, {name: RTX 5090}]
                """ + more);
    }

    private Cli.Result apply(Object... more) {
        return answered("", more);
    }

    private Cli.Result answered(String answer, Object... more) {
        Object[] words = Stream.concat(Stream.of("apply", "--plan", plan, "--fleet", fleet), Stream.of(more))
                .toArray();
        return Cli.run(answer.getBytes(StandardCharsets.UTF_8), Cli.NO_PROGRAMS, words);
    }

    private Cli.Result rollback(Object... more) {
        return Cli.run(Stream.concat(Stream.of("apply", "--rollback", "--fleet", fleet), Stream.of(more))
                .toArray());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(target.getParent())) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private void requireUntouched() throws IOException {
        assertThat(target).hasContent(old);
        assertThat(names()).containsExactly("aiModels.json");
    }

    @Test
    void installsWhatWasPublished() throws IOException {
        Cli.Result result = apply("--yes");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(target).hasContent(published);
        assertThat(names()).containsExactly("aiModels.json", BACKUP);
        assertThat(target.resolveSibling(BACKUP)).hasContent(old);
        assertThat(result.err()).isEqualTo("""
                        The plan in %s was made from example data.
                        Installed %s; the old one is %s.
                        """.formatted(plan, target, target.resolveSibling(BACKUP)));
        assertThat(result.out())
                .contains("live-video-to-video/streamdiffusion-sdxl-faceid is now warm on slot 0 (GPU 0, NVIDIA GeForce"
                        + " RTX 4090).\n")
                .endsWith("""
                        Now restart go-livepeer itself on rig1: docker restart livepeer_ai_orchestrator (or whatever the \
                        container or unit is called there). Restarting an ai-runner container would only reload the model \
                        it had.
                        To undo it:         ./warmplan apply --rollback --fleet %s
                        To look after it:   ./warmplan verify --plan %s --fleet %s
                        """.formatted(fleet, plan, fleet));
    }

    @ParameterizedTest
    @ValueSource(strings = {"y\n", "YES\n", " y \n", "yes"})
    void installsWhenTheOperatorAgrees(String answer) {
        Cli.Result result = answered(answer);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("Install this into " + target + "? [y/N] ");
        assertThat(target).hasContent(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n\n", "\n", "yep\n", "yes please\n"})
    void changesNothingWhenTheOperatorDoesNotAgree(String answer) throws IOException {
        Cli.Result result = answered(answer);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("is now warm on slot 0").doesNotContain("docker restart");
        assertThat(result.err()).endsWith("Nothing was done: " + target + " stays as it is.\n");
        requireUntouched();
    }

    @Test
    void needsAnAnswer() throws IOException {
        Cli.Result result = apply();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).endsWith("? [y/N] \nThere was no answer, so nothing was done. Maybe give --yes.\n");
        requireUntouched();
    }

    @Test
    void hasNothingToDoTheSecondTime() throws IOException {
        apply("--yes");
        Cli.Result result = apply("--yes");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err())
                .endsWith("Nothing to do: " + target
                        + " has the entries of the published file already. Maybe go-livepeer has not read it yet: docker restart"
                        + " livepeer_ai_orchestrator.\n");
        assertThat(result.out()).isEmpty();
        assertThat(names()).hasSize(2);

        // Without a copy beside it, it was there before the plan.
        Files.delete(target.resolveSibling(BACKUP));
        assertThat(apply("--yes").err())
                .endsWith("Nothing to do: " + target + " has the entries of the published file already.\n");
    }

    @Test
    void hasNothingToDoWhereOnlyTheLayoutDiffers() throws IOException {
        String onOneLine = published.replace("\n", " ");
        Files.writeString(target, onOneLine);
        planned(Sha256.of(old), Sha256.of(onOneLine));
        assertThat(apply("--yes").err()).contains("Nothing to do: " + target);
        assertThat(target).hasContent(onOneLine);
        assertThat(names()).containsExactly("aiModels.json");
    }

    @Test
    void refusesAFileThatThePlanWasNotMadeFrom() throws IOException {
        Files.writeString(target, old + "\n");
        Cli.Result result = apply("--yes");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err())
                .endsWith(
                        "%s is not the file the plan in %s was made from, so nothing was done. Maybe run the plan again.\n"
                                .formatted(target, plan));
        assertThat(names()).containsExactly("aiModels.json");
    }

    @Test
    void refusesAFileThatIsGoneOrHasCome() throws IOException {
        Files.delete(target);
        assertThat(apply("--yes").err()).contains("is gone since the plan");
        assertThat(target).doesNotExist();

        Files.writeString(target, old);
        planned("\"before\": \"" + Sha256.of(old) + "\"", "\"before\": null");
        Cli.Result result = apply("--yes");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("has come to be since the plan");
        requireUntouched();
    }

    @Test
    void installsAFirstFileForItsOwnerOnly() throws IOException {
        Files.delete(target);
        planned("\"before\": \"" + Sha256.of(old) + "\"", "\"before\": null");
        Cli.Result result = apply("--yes");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(target).hasContent(published);
        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(names()).containsExactly("aiModels.json");
        Cli.Result back = rollback("--yes");
        assertThat(back.exitCode()).isEqualTo(3);
        assertThat(back.err()).startsWith("No earlier copy of " + target + " is kept beside it");
    }

    private void planned(String said, String says) throws IOException {
        Path file = plan.resolve("plan.json");
        String text = Files.readString(file);
        assertThat(text).contains(said);
        Files.writeString(file, text.replace(said, says));
    }

    @Test
    void takesAnEditedFileAndSaysSo() throws IOException {
        String edited = published.replace("4521123", "4521124");
        Files.writeString(plan.resolve("aiModels.json"), edited);
        Cli.Result result = apply("--yes");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("was edited after it was published; it is taken as it is now.");
        assertThat(target).hasContent(edited);
    }

    @Test
    void refusesAFileThatWouldStopGoLivepeer() throws IOException {
        Files.writeString(plan.resolve("aiModels.json"), published.replace("\"warm\": false", "\"warm\": true"));
        Cli.Result result = apply("--yes");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains("go-livepeer would not start with the published file of rig1, so nothing was done. [4] ")
                .contains("insufficient capacity");
        requireUntouched();
    }

    @Test
    void refusesAFileThatGoLivepeerCouldNotParse() throws IOException {
        Files.writeString(plan.resolve("aiModels.json"), "[{\"warm\": \"yes\"}]");

        assertThat(apply("--yes").exitCode()).isEqualTo(3);
        requireUntouched();
    }

    @Test
    void tellsAnotherOrderOfDevices() throws IOException {
        planned("\"nvidia\": \"0,1,2,3\"", "\"nvidia\": \"0,2,1,3\"");
        assertThat(apply("--yes").err()).contains("counts on -nvidia 0,2,1,3, and the fleet file has 0,1,2,3.");
        requireUntouched();

        planned("\"reordered\": false", "\"reordered\": true");
        Cli.Result result = apply("--yes");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("img2vid-xt-1-1 is now warm on slot 1 (GPU 2, NVIDIA GeForce RTX 4070 Ti SUPER).")
                .contains(
                        "Now start livepeer_ai_orchestrator anew with -nvidia 0,2,1,3: docker restart would keep the old"
                                + " order.");
    }

    @Test
    void rollsBackOneAfterTheOther() throws IOException {
        apply("--yes");
        Cli.Result result = rollback("--yes");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(target).hasContent(old);
        assertThat(result.err()).startsWith("Going back to " + target.resolveSibling(BACKUP));
        assertThat(result.out())
                .contains("streamdiffusion-sdxl-faceid was warm on slot 0")
                .contains("docker restart livepeer_ai_orchestrator")
                .doesNotContain("verify");
        assertThat(names()).containsExactly("aiModels.json", "aiModels.json.20261123T120000Z-2.rolled-back", BACKUP);

        Cli.Result again = rollback("--yes");
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err())
                .startsWith("Every earlier copy beside " + target + " has been put back already")
                .hasLineCount(1);
        assertThat(apply("--yes").exitCode()).isZero();
        assertThat(target).hasContent(published);
    }

    @Test
    void asksBeforeRollingBack() throws IOException {
        apply("--yes");
        assertThat(rollback().exitCode()).isEqualTo(2);
        assertThat(target).hasContent(published);
    }

    @Test
    void rollsBackFromAFileThatCannotBeRead() throws IOException {
        apply("--yes");
        Files.writeString(target, "[{\"token\": \"s3cret\", }");
        Cli.Result result = rollback("--yes");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out() + result.err())
                .contains("What changes cannot be told: ")
                .doesNotContain("s3cret");
        assertThat(target).hasContent(old);
    }

    @Test
    void rollsBackToAFileThatCannotBeRead() throws IOException {
        apply("--yes");
        Files.writeString(target.resolveSibling(BACKUP), "[{\"token\": \"s3cret\", }");
        Cli.Result result = rollback("--yes");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("go-livepeer could not read " + target.resolveSibling(BACKUP));
        assertThat(result.out()).contains("What changes cannot be told: ");
        assertThat(result.out() + result.err()).doesNotContain("s3cret");
        assertThat(target).hasContent("[{\"token\": \"s3cret\", }");
    }

    @Test
    void printsOneDocument() {
        Cli.Result result = apply("--yes", "--format", "json");
        JsonNode json = new JsonMapper().readTree(result.out());

        assertThat(List.copyOf(json.propertyNames()))
                .containsExactly("worker", "path", "before", "after", "backup", "installed", "restart");
        assertThat(json.get("worker").asString()).isEqualTo("rig1");
        assertThat(json.get("path").asString()).isEqualTo(target.toString());
        assertThat(json.get("before").asString()).isEqualTo(Sha256.of(old));
        assertThat(json.get("after").asString()).isEqualTo(Sha256.of(published));
        assertThat(json.get("backup").asString()).endsWith(BACKUP);
        assertThat(json.get("installed").asBoolean()).isTrue();
        assertThat(json.get("restart").asString()).isEqualTo("docker restart livepeer_ai_orchestrator");

        JsonNode again =
                new JsonMapper().readTree(apply("--yes", "--format", "json").out());
        assertThat(again.get("installed").asBoolean()).isFalse();
        assertThat(again.get("restart").isNull()).isTrue();
        JsonNode back =
                new JsonMapper().readTree(rollback("--yes", "--format", "json").out());
        assertThat(back.get("after").asString()).isEqualTo(Sha256.of(old));
        assertThat(back.get("backup").asString()).endsWith(".rolled-back");
    }

    @Test
    void namesTheContainerItIsTold() {
        assertThat(apply("--yes", "--container", "my.node-1").out()).contains("docker restart my.node-1.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f", "--all", "", "a b", "$(reboot)", "é"})
    void refusesWhatIsNoContainersName(String name) throws IOException {
        assertThat(apply("--yes", "--container=" + name).exitCode()).isEqualTo(2);
        requireUntouched();
    }

    @Test
    void refusesOptionsThatDoNotGoTogether() throws IOException {
        assertThat(apply("--rollback").exitCode()).isEqualTo(2);
        assertThat(apply("--format", "json").exitCode()).isEqualTo(2);
        assertThat(Cli.run("apply", "--plan", plan, "--yes").exitCode()).isEqualTo(2);
        assertThat(apply("--yes", "--worker", "rig2").exitCode()).isEqualTo(2);
        requireUntouched();
    }

    @Test
    void needsAPlaceToInstallTo() throws IOException {
        fleet("");
        assertThat(apply("--yes").exitCode()).isEqualTo(3);
        assertThat(apply("--yes").err()).contains("names no file for rig1", "Maybe add aiModels with its path.");
        fleet("    aiModels: rig\n");
        assertThat(apply("--yes").exitCode()).isEqualTo(3);
        fleet("    aiModels: rig/aiModels.json/aiModels.json\n");
        Cli.Result result = apply("--yes");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("aiModels.json is no folder. Maybe the path is mistyped.");
        requireUntouched();
    }

    @Test
    void refusesAPlanOfOthers() throws IOException {
        planned("\"worker\": \"rig1\",\n      \"path\"", "\"worker\": \"rig2\",\n      \"path\"");
        assertThat(apply("--yes").err()).contains("has no file for rig1");
        planned("\"worker\": \"rig2\",\n      \"path\"", "\"worker\": \"rig1\",\n      \"path\"");
        planned("\"path\": \"aiModels.json\"", "\"path\": \"../secret.json\"");
        assertThat(apply("--yes").exitCode()).isEqualTo(3);
        assertThat(apply("--yes").err()).contains("outside of its folder");
        requireUntouched();
    }

    @Test
    void showsNoToken() throws IOException {
        String secret = published.replaceFirst("\"warm\"", "\"token\": \"s3cret\", \"warm\"");
        Files.writeString(plan.resolve("aiModels.json"), secret);
        for (String format : List.of("text", "json")) {
            Cli.Result applied = apply("--yes", "--format", format);
            assertThat(target).hasContent(secret);
            Cli.Result back = rollback("--yes", "--format", format);
            assertThat(applied.out() + applied.err() + back.out() + back.err())
                    .doesNotContain("s3cret")
                    .contains("docker restart");
        }
    }
}
