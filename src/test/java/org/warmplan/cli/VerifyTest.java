package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.collect.ask.Sleeper;
import org.warmplan.report.PublishedPlan;
import org.warmplan.worker.watch.PlannedSlot;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped example's plan, after a restart that went well or did not. */
final class VerifyTest {
    private static final Path PLAN = Path.of("reports", "example");
    private static final String START =
            "I1123 11:50:00.000000 1 starter.go:601] ***Livepeer is running on the arbitrum-one-mainnet network***\n";
    private static final String CONFLICT =
            "E1123 11:52:00.000000 1 starter.go:1477] Error AI worker warming image-to-video container: insufficient capacity\n";

    @TempDir
    private Path folder;

    private Path log;
    private Path network;
    private final List<PlannedSlot> slots = new ArrayList<>();

    @BeforeEach
    void readThePlan() throws IOException {
        PublishedPlan.read(PLAN)
                .workers()
                .get(0)
                .slots()
                .forEach(slot -> slot.findWorkload()
                        .ifPresent(workload -> slots.add(new PlannedSlot(
                                slot.slot(), slot.device(), slot.container(), false, slot.gpu(), workload))));
        log = Files.writeString(folder.resolve("node.log"), START + warm(slots));
        // Another orchestrator's node only: the network does not show ours yet.
        network = Files.writeString(
                folder.resolve("network.json"), "{\"orchestrators\":[{\"address\":\"0x" + "b".repeat(40) + "\"}]}");
    }

    private static String warm(List<PlannedSlot> slots) {
        StringBuilder lines = new StringBuilder();
        for (PlannedSlot slot : slots) {
            lines.append("""
                    2026/11/23 11:51:00 INFO Starting managed container gpu=%s name=%s modelID=%s containerImage=x
                    2026/11/23 11:52:00 INFO Started runner with version version=0.14.1
                    2026/11/23 11:52:00 INFO Watching container container=%s
                    """.formatted(
                            slot.gpuId(), slot.containerName(), slot.workload().modelId(), slot.containerName()));
        }
        return lines.toString();
    }

    private Cli.Result verify(byte[] input, Programs programs, Object... more) {
        List<Object> words = new ArrayList<>(List.of("verify", "--plan", PLAN, "--sources", network));
        words.addAll(List.of(more));
        return Cli.run(input, programs, words.toArray());
    }

    private Cli.Result verify(Object... more) {
        return verify(new byte[0], Cli.NO_PROGRAMS, more);
    }

    @Test
    void allPlannedSlotsAreWarm() {
        Cli.Result result = verify("--log", log);

        assertThat(result.exitCode()).as(result.err() + result.out()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("rig1 at 2026-11-23 12:00 UTC: %d of %d planned slots are as planned\n"
                        .formatted(slots.size(), slots.size()))
                .contains("  slot  -nvidia  GPU ", slots.get(0).workload().id())
                .contains("The network does not show it yet")
                .contains("There is no docker command on this machine");
    }

    @Test
    void aConflictIsToldAndEndsWithFour() throws IOException {
        Files.writeString(log, START + warm(slots.subList(0, 1)) + CONFLICT);
        Cli.Result result = verify("--log", log);

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out().lines().filter(line -> line.startsWith("slot")))
                .containsExactly("slots 0, 1, 2, 3: not warm");
        assertThat(result.out())
                .contains(
                        "There are more warm containers in the aiModels.json in use than slots.\n  Maybe install the planned file",
                        "- " + log
                                + " line 5: Error AI worker warming image-to-video container: insufficient capacity");
    }

    @Test
    void jsonIsOneDocument() {
        Cli.Result result = verify(
                (START + CONFLICT).getBytes(StandardCharsets.UTF_8), Cli.NO_PROGRAMS, "--log", "-", "--format", "json");

        assertThat(result.exitCode()).isEqualTo(4);
        JsonNode top = new JsonMapper().readTree(result.out());
        assertThat(top.get("version").asInt()).isEqualTo(1);
        assertThat(top.get("worker").asString()).isEqualTo("rig1");
        assertThat(top.get("at").asString()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(top.get("warm").asBoolean()).isFalse();
        assertThat(top.get("slots")).hasSize(slots.size());
        JsonNode slot = top.get("slots").get(0);
        assertThat(slot.propertyNames())
                .containsExactly(
                        "slot",
                        "device",
                        "container",
                        "gpu",
                        "workload",
                        "state",
                        "cause",
                        "sentence",
                        "wayOut",
                        "evidence",
                        "advertised");
        assertThat(slot.get("state").asString()).isEqualTo("notWarm");
        assertThat(slot.get("cause").asString()).isEqualTo("conflict");
        assertThat(slot.get("evidence").get(0).asString()).startsWith("standard input line 2: Error AI worker warming");
        assertThat(slot.get("advertised").asBoolean()).isFalse();
    }

    @Test
    void theOperatorIsToldToGiveALog() {
        Cli.Result result = verify();

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out())
                .contains("unknown", "go-livepeer's own log tells most, and none was given. Maybe add --log");
    }

    @Test
    void dockerIsAskedWithArgumentsOnly() {
        List<List<String>> asked = new ArrayList<>();
        PlannedSlot first = slots.get(0);
        String inspected = """
                [{"Id": "%s", "Name": "/%s", "RestartCount": 0,
                  "State": {"Status": "running", "Running": true, "StartedAt": "2026-11-23T11:51:00Z"},
                  "Config": {"Env": ["HF_TOKEN=s3cret"]}}]
                """.formatted("c".repeat(64), first.containerName());
        Programs docker = (words, limit) -> {
            asked.add(words);
            return Optional.of(new Programs.Ran(
                    0,
                    switch (words.get(1)) {
                        case "ps" -> "{\"ID\":\"%s\"}\n".formatted("c".repeat(64));
                        case "inspect" -> inspected;
                        default -> words.get(words.size() - 1).equals("livepeer") ? START + warm(slots) : "s3cret\n";
                    }));
        };
        Cli.Result result = verify(new byte[0], docker, "--log", "docker:livepeer");

        assertThat(asked)
                .containsExactly(
                        List.of("docker", "logs", "--timestamps", "--tail", "20000", "livepeer"),
                        List.of(
                                "docker",
                                "ps",
                                "--all",
                                "--no-trunc",
                                "--filter",
                                "label=creator=ai-worker",
                                "--format",
                                "{{json .}}"),
                        List.of("docker", "inspect", "--type", "container", "c".repeat(64)),
                        List.of("docker", "logs", "--timestamps", "--tail", "20000", first.containerName()));
        assertThat(result.out())
                .contains("1 of %d planned slots is as planned".formatted(slots.size()))
                .contains("docker: no container is called " + slots.get(1).containerName())
                .doesNotContain("s3cret");
    }

    @Test
    void aDaemonThatDoesNotAnswerIsANote() {
        Programs docker = (words, limit) ->
                Optional.of(new Programs.Ran(1, "Cannot connect to the Docker daemon at tcp://user:s3cret@host"));
        Cli.Result result = verify(new byte[0], docker, "--log", log);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("docker does not answer (exit code 1), so containers were not looked at.")
                .doesNotContain("s3cret");
    }

    @Test
    void aListThatIsNotDockersProvesNoContainerGone() {
        Programs podman = (words, limit) -> Optional.of(new Programs.Ran(0, "{\"Id\":\"abc\"}\n"));
        Cli.Result result = verify(new byte[0], podman, "--log", log);

        assertThat(result.exitCode()).as(result.out()).isZero();
        assertThat(result.out()).contains("docker's list of containers is not understood");
    }

    @Test
    void noContainersInDockersListAreSaid() {
        Programs empty = (words, limit) -> Optional.of(new Programs.Ran(0, "\n"));

        assertThat(verify(new byte[0], empty, "--log", log).out()).contains("There is no container for it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--log=docker:-v|2|no name for one",
                "--log=docker:a b|2|no name for one",
                "--log=docker:|2|no name for one",
                "--log=--help.log|2|neither a file nor",
                "--log=|2|neither a file nor",
                "--log=none.log|3|cannot be read: it does not exist",
                "--log=src|3|cannot be read: it is a folder",
                "--log=docker:none|3|docker gives no log of none",
                "--wait=15|2|--wait is 15",
                "--worker=rig9|2|has no such worker",
                "--fleet=none.yaml|3|none.yaml does not exist"
            })
    void mistakesAreOneClearLine(String option, int exitCode, String problem) {
        Cli.Result result = verify(option);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(problem).contains("Maybe").doesNotContain("\tat ");
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void standardInputIsReadOnce() {
        assertThat(verify("--log", "-", "--log", "-").exitCode()).isEqualTo(2);
    }

    @Test
    @Timeout(60)
    void aPipeIsReadOnceHoweverLongTheWait() throws Exception {
        log = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", log.toString()).start().waitFor())
                .isZero();
        Thread writer = new Thread(() -> write(START));
        writer.start();
        List<Duration> pauses = new ArrayList<>();

        assertThat(waiting(pauses::add, "25s")).isEqualTo(4);
        assertThat(pauses).hasSize(3);
        writer.join();
    }

    @Test
    void theLogOfAnotherRoleIsNotUsed() throws IOException {
        Path remote = Files.writeString(
                folder.resolve("remote.log"),
                START + "I1123 11:59:00.000000 1 starter.go:2127] **Livepeer Running in AI Worker Mode**\n");
        Cli.Result result = verify("--log", log, "--log", remote);

        assertThat(result.exitCode()).as(result.out()).isZero();
        assertThat(result.out())
                .contains("Note: " + remote
                        + " is the log of another go-livepeer, a remote AI worker, so it was not used.");
    }

    @Test
    void settingsWithoutMessagesAreNoted() {
        String table = "*-----*-------*\n| Config | x |\n*-----*-------*\n";

        assertThat(verify(table.getBytes(StandardCharsets.UTF_8), Cli.NO_PROGRAMS, "--log", "-")
                        .out())
                .contains("Note: standard input holds go-livepeer's settings and none of its messages");
        assertThat(verify((table + START).getBytes(StandardCharsets.UTF_8), Cli.NO_PROGRAMS, "--log", "-")
                        .out())
                .doesNotContain("none of its messages");
    }

    @Test
    void aPlanThatWasNeverInstalledIsSaidFirst() throws IOException {
        Path fleet = Files.writeString(
                folder.resolve("fleet.yaml"),
                "version: 1\nworkers: [{name: rig1, aiModels: now.json, gpus: [{name: RTX 4090}]}]\n");

        assertThat(verify("--log", log, "--fleet", fleet).out()).startsWith("! The aiModels.json of rig1 ");
        Files.copy(PLAN.resolve("aiModels.json"), folder.resolve("now.json"));
        assertThat(verify("--log", log, "--fleet", fleet).out()).startsWith("rig1 at ");
    }

    @Test
    void aNetworkThatCannotBeAskedIsANote() {
        network = folder.resolve("none.json");
        Cli.Result result = verify("--log", log);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("Note: The network was not seen:");
    }

    @Test
    void aWarmModelWithoutAPriceFailsTheCheck() throws IOException {
        Files.writeString(network, """
                {"orchestrators":[{"address":"0x00000000000000000000000000000000000e0001","orch_uri":"https://a:8935",
                  "capabilities":{"constraints":{"PerCapability":{"%d":{"models":{"%s":{"warm":true,"capacity":1}}}}}}}]}
                """.formatted(
                        slots.get(0).workload().pipeline().capability(),
                        slots.get(0).workload().modelId()));
        Cli.Result result = verify("--log", log);

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out()).contains("There is no price for it", "advertises it as warm, without a price");
    }

    /** A call that waits without waiting; {@code pauses} tells how long it would have. */
    private int waiting(Sleeper sleeper, String limit) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(
                nowhere,
                nowhere,
                InstantSource.fixed(Cli.NOW),
                Path.of(""),
                Look.PLAIN,
                new ByteArrayInputStream(new byte[0]),
                Cli.NO_PROGRAMS,
                Map.of(),
                new CtrlC());
        return new CommandLine(new VerifyCommand(surroundings, sleeper))
                .execute(
                        "--plan",
                        PLAN.toString(),
                        "--sources",
                        network.toString(),
                        "--log",
                        log.toString(),
                        "--wait",
                        limit);
    }

    @Test
    void waitsUntilAllAreWarm() throws IOException {
        List<Duration> pauses = new ArrayList<>();
        Files.writeString(log, START);

        int code = waiting(
                pause -> {
                    pauses.add(pause);
                    write(START + warm(slots.subList(0, Math.min(pauses.size(), slots.size()))));
                },
                "15m");

        assertThat(code).isZero();
        assertThat(pauses).hasSize(slots.size()).containsOnly(Duration.ofSeconds(10));
    }

    @Test
    void doesNotWaitForWhatWaitingCannotMend() throws IOException {
        List<Duration> pauses = new ArrayList<>();
        Files.writeString(log, START + CONFLICT);

        assertThat(waiting(pauses::add, "15m")).isEqualTo(4);
        assertThat(pauses).isEmpty();
    }

    @Test
    void waitsNoLongerThanAsked() throws IOException {
        List<Duration> pauses = new ArrayList<>();
        Files.writeString(log, START);

        assertThat(waiting(pauses::add, "25s")).isEqualTo(4);
        assertThat(pauses).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(5));
    }

    private void write(String text) {
        try {
            Files.writeString(log, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
