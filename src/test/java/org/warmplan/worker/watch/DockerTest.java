package org.warmplan.worker.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.worker.watch.Scene.LIGHTNING;
import static org.warmplan.worker.watch.Scene.LIGHTNING_0;
import static org.warmplan.worker.watch.Scene.NOW;
import static org.warmplan.worker.watch.Scene.START;
import static org.warmplan.worker.watch.Scene.WHISPER_1;
import static org.warmplan.worker.watch.Scene.bothReady;
import static org.warmplan.worker.watch.Scene.running;
import static org.warmplan.worker.watch.Scene.starting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmplan.domain.Workload;

/** What docker's list says of slot 0, alone and against the logs. */
final class DockerTest {
    private static final Instant SOME_TIME_AGO = Instant.parse("2026-11-23T11:51:00Z");
    private static final String UP =
            "timestamp=2026-11-23 11:51:30 level=INFO location=app.py:127:f gateway_request_id= manifest_id= stream_id= message=Started up with pipeline=TextToImagePipeline model_id=SG161222/RealVisXL_V4.0_Lightning\n";

    private static void assertVerdict(Verdict verdict, WarmState state, @Nullable Cause cause) {
        assertThat(verdict.state()).as(verdict.toString()).isEqualTo(state);
        assertThat(verdict.cause()).as(verdict.toString()).isEqualTo(cause);
    }

    private static DockerContainer container(
            String status, boolean outOfMemory, int exitCode, int restarts, boolean unhealthy, Instant since) {
        boolean running = status.equals("running");
        return new DockerContainer(
                "a".repeat(64),
                LIGHTNING_0,
                status,
                running,
                status.equals("restarting"),
                outOfMemory,
                exitCode,
                restarts,
                unhealthy,
                "text-to-image",
                LIGHTNING.modelId(),
                since);
    }

    static List<Arguments> states() {
        return List.of(
                Arguments.of(container("running", false, 0, 0, false, SOME_TIME_AGO), WarmState.WARM, null),
                Arguments.of(
                        container("running", false, 0, 0, false, NOW.minusSeconds(2)),
                        WarmState.LOADING,
                        Cause.MODEL_LOADING),
                Arguments.of(
                        container("running", false, 0, 3, false, SOME_TIME_AGO),
                        WarmState.NOT_WARM,
                        Cause.RESTART_LOOP),
                Arguments.of(
                        container("restarting", false, 1, 1, false, SOME_TIME_AGO),
                        WarmState.NOT_WARM,
                        Cause.RESTART_LOOP),
                Arguments.of(
                        container("exited", true, 137, 3, false, SOME_TIME_AGO),
                        WarmState.NOT_WARM,
                        Cause.OUT_OF_HOST_MEMORY),
                Arguments.of(
                        container("exited", false, 1, 3, false, SOME_TIME_AGO),
                        WarmState.NOT_WARM,
                        Cause.CONTAINER_STOPPED),
                Arguments.of(
                        container("running", false, 0, 0, true, SOME_TIME_AGO), WarmState.NOT_WARM, Cause.RUNNER_ERROR),
                Arguments.of(
                        container("created", false, 0, 0, false, SOME_TIME_AGO),
                        WarmState.LOADING,
                        Cause.MODEL_LOADING));
    }

    @ParameterizedTest
    @MethodSource("states")
    void aContainerAndItsLog(DockerContainer container, WarmState state, @Nullable Cause cause) {
        assertVerdict(
                Scene.usual().docker(container).log("docker:" + LIGHTNING_0, UP).first(), state, cause);
    }

    @Test
    void aRunningContainerAloneProvesNothing() {
        Verdict verdict = Scene.usual()
                .docker(running(LIGHTNING_0, "2026-11-23T11:51:00Z"))
                .first();

        assertVerdict(verdict, WarmState.UNKNOWN, Cause.READINESS_UNSEEN);
        assertThat(verdict.evidence())
                .extracting(Evidence::told)
                .containsExactly("docker: " + LIGHTNING_0 + " is running since 2026-11-23T11:51:00Z");
    }

    @Test
    void aRunnerThatStillLoadsAfterTheLimitIsLate() {
        String loads =
                "timestamp=2026-11-23 11:51:30 level=INFO location=app.py:112:f gateway_request_id= manifest_id= stream_id= message=Runner version: 1\n";

        assertVerdict(
                Scene.usual()
                        .docker(running(LIGHTNING_0, "2026-11-23T11:51:00Z"))
                        .log("docker:" + LIGHTNING_0, loads)
                        .first(),
                WarmState.NOT_WARM,
                Cause.LOAD_TOO_LONG);
        assertVerdict(
                Scene.usual()
                        .docker(running(LIGHTNING_0, "2026-11-23T11:58:00Z"))
                        .log("docker:" + LIGHTNING_0, loads)
                        .first(),
                WarmState.LOADING,
                Cause.MODEL_LOADING);
    }

    @Test
    void goLivepeersLogProvesWhatRuns() {
        List<Verdict> verdicts = Scene.usual()
                .node(bothReady())
                .docker(running(LIGHTNING_0, "2026-11-23T11:51:00Z"), running(WHISPER_1, "2026-11-23T11:52:00Z"))
                .verdicts();

        verdicts.forEach(verdict -> assertVerdict(verdict, WarmState.WARM, null));
    }

    @Test
    void whatTheLogCalledReadyAndDockerDoesNotListIsGoneAndBothAreShown() {
        Verdict verdict = Scene.usual().node(bothReady()).docker().first();

        assertVerdict(verdict, WarmState.NOT_WARM, Cause.CONTAINER_GONE);
        assertThat(verdict.evidence()).extracting(Evidence::source).containsExactly("node.log", "docker");
    }

    @Test
    void aContainerThatDockerStartedAgainSinceIsLoading() {
        String exact = bothReady()
                .lines()
                .map(line -> "2026-11-23T11:53:00Z " + line + "\n")
                .reduce("", String::concat);

        assertVerdict(
                Scene.usual()
                        .node(exact)
                        .docker(running(LIGHTNING_0, "2026-11-23T11:57:00Z"))
                        .first(),
                WarmState.LOADING,
                Cause.RELOADING);
    }

    @Test
    void aLogOfAnEarlierRunDoesNotOverruleAContainerStartedSince() {
        String ended = (START + "I1123 11:51:02.000000 1 livepeer.go:105] Graceful shutdown complete\n")
                .lines()
                .map(line -> "2026-11-23T11:51:02Z " + line + "\n")
                .reduce("", String::concat);
        Verdict verdict = Scene.usual()
                .node(ended)
                .docker(running(LIGHTNING_0, "2026-11-23T11:57:00Z"))
                .log("docker:" + LIGHTNING_0, UP)
                .first();

        assertVerdict(verdict, WarmState.WARM, null);
        assertThat(verdict.evidence()).extracting(Evidence::source).contains("node.log", "docker");
    }

    @Test
    void whatWaitsForItsTurnNeedNotBeListedYet() {
        Scene scene = Scene.usual()
                .node(START, starting("0", LIGHTNING_0, LIGHTNING.modelId()))
                .docker(running(LIGHTNING_0, "2026-11-23T11:59:00Z"));

        assertVerdict(scene.first(), WarmState.LOADING, Cause.MODEL_LOADING);
        assertVerdict(scene.second(), WarmState.LOADING, Cause.WAITING_TURN);
    }

    @Test
    void anotherModelOnTheSlotIsSaid() {
        Verdict verdict = Scene.usual()
                .docker(running("llm_acme-one_8500", "2026-11-23T11:51:00Z"))
                .first();

        assertVerdict(verdict, WarmState.NOT_WARM, Cause.OTHER_MODEL);
        assertThat(Scene.usual()
                        .docker(running("llm_acme-one_8500", "2026-11-23T11:51:00Z"))
                        .remarks())
                .anyMatch(remark -> remark.startsWith("llm_acme-one_8500 runs"));
    }

    @Test
    void modelsWhoseContainersHaveTheSameNameAreToldApart() {
        Workload like = Scene.workload("text-to-image/SG161222/RealVisXL-V4.0-Lightning");
        Scene scene = Scene.of(like, Scene.WHISPER)
                .docker(container("running", false, 0, 0, false, SOME_TIME_AGO))
                .log("docker:" + LIGHTNING_0, UP);

        assertVerdict(scene.first(), WarmState.NOT_WARM, Cause.OTHER_MODEL);
    }

    @Test
    void dockersOutputIsRead() {
        String listed = "{\"ID\":\"%s\",\"Names\":\"x\",\"State\":\"running\"}\nWARNING: odd\n{\"ID\":\"; rm -rf /\"}\n"
                .formatted("b".repeat(64));
        String inspected = """
                [
                    {
                        "Id": "%s",
                        "Name": "/%s",
                        "RestartCount": 2,
                        "State": {"Status": "running", "Running": true, "OOMKilled": false, "ExitCode": 0,
                                  "StartedAt": "2026-11-23T11:51:00.5Z", "Health": {"Status": "healthy"}},
                        "Config": {"Env": ["HF_TOKEN=s3cret", "PIPELINE=text-to-image", "MODEL_ID=a/b"]}
                    }
                ]
                Error: No such object: 123
                """.formatted("b".repeat(64), LIGHTNING_0);

        assertThat(DockerListing.ids(listed)).containsExactly("b".repeat(64));
        assertThat(DockerListing.containers(inspected))
                .containsExactly(new DockerContainer(
                        "b".repeat(64),
                        LIGHTNING_0,
                        "running",
                        true,
                        false,
                        false,
                        0,
                        2,
                        false,
                        "text-to-image",
                        "a/b",
                        Instant.parse("2026-11-23T11:51:00.5Z")));
    }

    @Test
    void namesAndPortsAreThoseOfGoLivepeer() {
        PlannedSlot first = new PlannedSlot(0, "3", 0, true, "L4", Scene.WHISPER);
        PlannedSlot second = new PlannedSlot(5, "3", 1, true, "L4", Scene.LIVE);

        assertThat(first.containerName()).isEqualTo("audio-to-text_openai-whisper-large-v3_8403");
        assertThat(first.gpuId()).isEqualTo("colocated-0-3");
        assertThat(second.containerName()).isEqualTo("live-video-to-video_streamdiffusion-sdxl_8913");
        assertThat(second.gpuId()).isEqualTo("colocated-1-3");
    }

    @Test
    void restartsAreCountedInWords() {
        assertThat(container("running", false, 0, 1, false, SOME_TIME_AGO).words())
                .endsWith(", restarted once by docker");
        assertThat(container("running", false, 0, 3, false, SOME_TIME_AGO).words())
                .endsWith(", restarted 3 times by docker");
        assertThat(container("running", false, 0, 0, false, SOME_TIME_AGO).words())
                .doesNotContain("restarted");
    }
}
