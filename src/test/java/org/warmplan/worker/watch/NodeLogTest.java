package org.warmplan.worker.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.worker.watch.Scene.LIGHTNING;
import static org.warmplan.worker.watch.Scene.LIGHTNING_0;
import static org.warmplan.worker.watch.Scene.LIGHTNING_1;
import static org.warmplan.worker.watch.Scene.LIVE;
import static org.warmplan.worker.watch.Scene.LIVE_0;
import static org.warmplan.worker.watch.Scene.SERVES;
import static org.warmplan.worker.watch.Scene.START;
import static org.warmplan.worker.watch.Scene.WHISPER;
import static org.warmplan.worker.watch.Scene.WHISPER_1;
import static org.warmplan.worker.watch.Scene.bothReady;
import static org.warmplan.worker.watch.Scene.ready;
import static org.warmplan.worker.watch.Scene.starting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What go-livepeer's own log says of slot 0, line by line as go-livepeer writes them. */
final class NodeLogTest {
    private static final String BEGINS = START + starting("0", LIGHTNING_0, LIGHTNING.modelId());
    private static final String RUNS = bothReady();

    private static void assertVerdict(Verdict verdict, WarmState state, @Nullable Cause cause) {
        assertThat(verdict.state()).as(verdict.toString()).isEqualTo(state);
        assertThat(verdict.cause()).as(verdict.toString()).isEqualTo(cause);
    }

    @Test
    void aContainerThatAnsweredIsWarm() {
        List<Verdict> verdicts = Scene.usual().node(bothReady()).verdicts();

        verdicts.forEach(verdict -> assertVerdict(verdict, WarmState.WARM, null));
        assertThat(verdicts.get(0).evidence())
                .extracting(Evidence::told)
                .containsExactly("node.log line 8: Watching container container=" + LIGHTNING_0);
    }

    static List<Arguments> startsThatEnd() {
        return List.of(
                Arguments.of(
                        "E1123 11:51:01.000000 1 starter.go:1477] Error AI worker warming text-to-image container: insufficient capacity",
                        Cause.CONFLICT),
                Arguments.of(
                        "E1123 11:54:01.000000 1 starter.go:1477] Error AI worker warming text-to-image container: timed out waiting for runner: Get \"http://localhost:8000/health\": EOF",
                        Cause.LOAD_TOO_LONG),
                Arguments.of(
                        "E1123 11:54:01.000000 1 starter.go:1477] Error AI worker warming text-to-image container: runner is in error state",
                        Cause.RUNNER_ERROR),
                Arguments.of(
                        "E1123 11:51:01.000000 1 starter.go:1477] Error AI worker warming text-to-image container: Error response from daemon: could not select device driver \"\" with capabilities: [[gpu]]",
                        Cause.NO_GPU),
                Arguments.of(
                        "E1123 11:51:01.000000 1 starter.go:1477] Error AI worker warming text-to-image container: Error response from daemon: Conflict. The container name \"/x\" is already in use by container \"ab\". You have to remove (or rename) that container to be able to reuse that name.",
                        Cause.PLACE_TAKEN),
                Arguments.of(
                        "E1123 11:51:01.000000 1 starter.go:1477] Error AI worker warming text-to-image container: Error response from daemon: driver failed programming external connectivity: Bind for 127.0.0.1:8000 failed: port is already allocated",
                        Cause.PLACE_TAKEN),
                Arguments.of(
                        "E1123 11:51:01.000000 1 starter.go:1477] Error AI worker warming text-to-image container: container entered terminal state before running: exited (exitCode=1)",
                        Cause.START_FAILED),
                Arguments.of(
                        "E1123 11:51:01.000000 1 starter.go:1477] Error AI worker warming text-to-image container: Error response from daemon: No such image: livepeer/ai-runner:latest",
                        Cause.IMAGE_MISSING),
                Arguments.of(
                        "E1123 11:51:01.000000 1 starter.go:1477] Error AI worker warming text-to-image container: something new, token=s3cret",
                        Cause.START_FAILED),
                Arguments.of(
                        "E1123 11:50:01.000000 1 starter.go:1345] Error parsing -aiModels: json: cannot unmarshal string into Go struct field AIModelConfig.warm of type bool",
                        Cause.PARSE_ERROR),
                Arguments.of(
                        "E1123 11:50:01.000000 1 starter.go:1427] Error starting AI worker: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
                        Cause.NO_DOCKER),
                Arguments.of(
                        "panic: 'pricePerUnit' must be set for model 'SG161222/RealVisXL_V4.0_Lightning' in pipeline 'text-to-image'",
                        Cause.PRICE_MISSING),
                Arguments.of(
                        "panic: Cannot have same model_id (SG161222/RealVisXL_V4.0_Lightning) as cold and warm in same AI worker, please fix aiModels json config",
                        Cause.PANIC),
                Arguments.of("panic: Pipeline is not valid capability: text-to-imag", Cause.PANIC),
                Arguments.of("panic: runtime error: slice bounds out of range [:2] with length 0", Cause.PANIC),
                Arguments.of(
                        "panic: 'pricePerUnit' must be set for model 'acme/other' in pipeline 'llm'", Cause.NODE_ENDED),
                Arguments.of("I1123 11:52:00.000000 1 livepeer.go:98] Exiting Livepeer: terminated", Cause.NODE_ENDED));
    }

    /** go-livepeer leaves its containers running when it ends like this. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "F1123 11:54:00.000000 1 starter.go:2103] Missing -orchSecret",
                "F1123 11:54:00.000000 1 starter.go:1623] Error setting live AI auth webhook URL https://s3cret@host",
                "E1123 11:54:00.000000 1 starter.go:2598] Error starting Transcoder node: err=\"listen tcp :8935: bind: address already in use\"",
                "E1123 11:54:00.000000 1 starter.go:2598] Error starting service: s3cret",
                "E1123 11:54:00.000000 1 starter.go:2598] Error creating Livepeer server: err=\"s3cret\""
            })
    void anEndAfterTheContainersWereReadyIsAnEnd(String line) {
        for (Verdict verdict : Scene.usual().node(RUNS, line + "\n").verdicts()) {
            assertVerdict(verdict, WarmState.NOT_WARM, Cause.NODE_ENDED);
            assertThat(verdict.evidence().toString()).doesNotContain("s3cret");
        }
    }

    @Test
    void anErrorThatEndsNothingIsNoEnd() {
        String error = "E1123 11:54:00.000000 1 ai_http.go:220] Error processing request err=\"x\"\n";

        assertVerdict(Scene.usual().node(RUNS, error).first(), WarmState.WARM, null);
    }

    @ParameterizedTest
    @MethodSource("startsThatEnd")
    void aStartThatEndsSaysWhy(String line, Cause cause) {
        Verdict verdict = Scene.usual().node(BEGINS, line + "\n").first();

        assertVerdict(verdict, WarmState.NOT_WARM, cause);
        assertThat(verdict.lasting()).isTrue();
        assertThat(verdict.evidence().toString()).doesNotContain("s3cret");
        assertThat(cause.wayOut()).startsWith("Maybe ").endsWith(".");
    }

    static List<Arguments> lifeAfterTheStart() {
        String tooMany = "2026/11/23 11:55:00 ERROR Container health check failed too many times container=%s\n"
                .formatted(LIGHTNING_0);
        String removed = "2026/11/23 11:55:00 INFO Removing managed container gpu=0 name=%s modelID=%s\n"
                .formatted(LIGHTNING_0, LIGHTNING.modelId());
        String again =
                "2026/11/23 11:55:08 INFO Container was kept warm, restarting container=%s\n".formatted(LIGHTNING_0);
        String start = starting("0", LIGHTNING_0, LIGHTNING.modelId());
        String crash = tooMany + removed + again + start;
        return List.of(
                Arguments.of(
                        "one failed check",
                        "2026/11/23 11:55:00 ERROR Error getting health for runner container=" + LIGHTNING_0
                                + " error=\"context deadline exceeded\"\n",
                        WarmState.WARM,
                        null),
                Arguments.of("checks fail", tooMany, WarmState.NOT_WARM, Cause.RUNNER_ERROR),
                Arguments.of("removed after checks", tooMany + removed, WarmState.NOT_WARM, Cause.RUNNER_ERROR),
                Arguments.of("removed", removed, WarmState.NOT_WARM, Cause.CONTAINER_GONE),
                Arguments.of("restarting", crash, WarmState.LOADING, Cause.RELOADING),
                Arguments.of("restarted once", crash + ready(LIGHTNING_0), WarmState.WARM, null),
                Arguments.of(
                        "restarted twice",
                        crash + ready(LIGHTNING_0) + crash + ready(LIGHTNING_0),
                        WarmState.NOT_WARM,
                        Cause.RESTART_LOOP),
                Arguments.of(
                        "restart fails",
                        crash
                                + "2026/11/23 11:58:10 ERROR Error restarting warm container container=%s error=\"timed out waiting for runner: EOF\"\n"
                                        .formatted(LIGHTNING_0),
                        WarmState.NOT_WARM,
                        Cause.LOAD_TOO_LONG),
                Arguments.of(
                        "restart finds no slot",
                        tooMany
                                + removed
                                + again
                                + "2026/11/23 11:55:10 ERROR Error restarting warm container container=%s error=\"insufficient capacity\"\n"
                                        .formatted(LIGHTNING_0),
                        WarmState.NOT_WARM,
                        Cause.SLOT_TAKEN),
                Arguments.of(
                        "error state",
                        "2026/11/23 11:55:00 ERROR Container returned ERROR state, restarting immediately container=%s status=ERROR\n"
                                .formatted(LIGHTNING_0),
                        WarmState.NOT_WARM,
                        Cause.RUNNER_ERROR),
                Arguments.of(
                        "ended",
                        "2026/11/23 11:55:00 INFO Docker manager context is done, stopping container container=%s\n"
                                        .formatted(LIGHTNING_0)
                                + removed
                                + "I1123 11:55:09.000000 1 starter.go:1440] Stopped AI worker containers\n",
                        WarmState.NOT_WARM,
                        Cause.NODE_ENDED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lifeAfterTheStart")
    void theNewestLineCounts(String what, String lines, WarmState state, @Nullable Cause cause) {
        assertVerdict(Scene.usual().node(RUNS, lines).first(), state, cause);
    }

    @Test
    void theSeedsWordsForAConflictAreKnown() {
        Verdict verdict = Scene.usual()
                .node(BEGINS, ready(LIGHTNING_0), "2026/11/23 11:51:00 ERROR Error loading warm model x\n")
                .second();

        assertVerdict(verdict, WarmState.NOT_WARM, Cause.CONFLICT);
        assertThat(verdict.evidence().get(0).words()).isEqualTo("Error loading warm model");
    }

    @Test
    void slotsWaitForTheirTurn() {
        Scene scene = Scene.usual().node(BEGINS);

        assertVerdict(scene.first(), WarmState.LOADING, Cause.MODEL_LOADING);
        assertVerdict(scene.second(), WarmState.LOADING, Cause.WAITING_TURN);
        assertVerdict(Scene.usual().node(START).first(), WarmState.LOADING, Cause.NODE_STARTING);
    }

    @Test
    void anImageThatIsPulledIsSaid() {
        Scene scene = Scene.usual()
                .node(
                        START,
                        "2026/11/23 11:50:10 ERROR Image for pipeline text-to-image and modelID %s is not available locally: livepeer/ai-runner:latest\n"
                                .formatted(LIGHTNING.modelId()),
                        "2026/11/23 11:50:10 INFO Pulling image for pipeline text-to-image and modelID %s: livepeer/ai-runner:latest\n"
                                .formatted(LIGHTNING.modelId()),
                        "2026/11/23 11:50:20 INFO Downloading: [=====>            ]  523.4MB/4.21GB\n");

        assertVerdict(scene.first(), WarmState.LOADING, Cause.PULLING_IMAGE);
        assertThat(scene.first().evidence().get(0).words()).isEqualTo("Downloading: 523.4MB/4.21GB");
        assertVerdict(scene.second(), WarmState.LOADING, Cause.WAITING_TURN);
    }

    @Test
    void anImageThatCannotBePulledIsSaid() {
        Verdict verdict = Scene.usual()
                .node(
                        START,
                        "E1123 11:50:20.000000 1 starter.go:1467] Error ensuring AI worker image available for text-to-image: failed to pull image: Get \"https://user:s3cret@registry/v2\": EOF\n")
                .first();

        assertVerdict(verdict, WarmState.NOT_WARM, Cause.IMAGE_MISSING);
        assertThat(verdict.evidence().toString()).doesNotContain("s3cret");
    }

    @Test
    void aModelThatTheFileDoesNotHoldIsNeverStarted() {
        Verdict verdict = Scene.usual().node(BEGINS, ready(LIGHTNING_0), SERVES).second();

        assertVerdict(verdict, WarmState.NOT_WARM, Cause.NEVER_STARTED);
        assertThat(verdict.lasting()).isTrue();
    }

    @Test
    void whatWasBeforeTheLastStartDoesNotCount() {
        String failed = BEGINS
                + "E1123 11:51:01.000000 1 starter.go:1477] Error AI worker warming text-to-image container: insufficient capacity\n"
                + "I1123 11:51:02.000000 1 starter.go:1440] Stopped AI worker containers\n";

        assertVerdict(Scene.usual().node(failed, bothReady()).first(), WarmState.WARM, null);
        assertVerdict(Scene.usual().node(bothReady(), START).first(), WarmState.LOADING, Cause.NODE_STARTING);
    }

    @Test
    void aStartWithoutItsFirstWordsIsAStartAfterAnEnd() {
        String end = "I1123 11:51:02.000000 1 livepeer.go:105] Graceful shutdown complete\n";

        assertVerdict(
                Scene.usual()
                        .node(RUNS, end, starting("0", LIGHTNING_0, LIGHTNING.modelId()), ready(LIGHTNING_0))
                        .first(),
                WarmState.WARM,
                null);
    }

    @Test
    void aLiveContainerIsWarmOnceItIsReturnedToThePool() {
        String loads = START
                + starting("0", LIVE_0, LIVE.modelId())
                + "2026/11/23 11:51:10 INFO Started runner with version version=0.14.1\n"
                + "2026/11/23 11:51:10 INFO Warm container started on loading state, removing from pool on startup container=%s\n"
                        .formatted(LIVE_0)
                + "2026/11/23 11:51:10 INFO Watching container container=%s\n".formatted(LIVE_0);
        String idle = "2026/11/23 11:53:10 INFO Container is idle, returning to pool container=%s\n".formatted(LIVE_0);
        String slow = "2026/11/23 11:54:20 ERROR Container is loading for too long container=%s duration=3m2.345s\n"
                .formatted(LIVE_0);
        String again =
                "2026/11/23 11:54:20 INFO Container is loading, removing from pool container=%s\n".formatted(LIVE_0);

        assertVerdict(Scene.of(LIVE, WHISPER).node(loads).first(), WarmState.LOADING, Cause.MODEL_LOADING);
        assertVerdict(Scene.of(LIVE, WHISPER).node(loads, idle).first(), WarmState.WARM, null);
        assertVerdict(Scene.of(LIVE, WHISPER).node(loads, slow).first(), WarmState.NOT_WARM, Cause.LOAD_TOO_LONG);
        assertVerdict(Scene.of(LIVE, WHISPER).node(loads, idle, again).first(), WarmState.LOADING, Cause.MODEL_LOADING);
    }

    @Test
    void aLivePipelineWithoutAnImageIsSaid() {
        Verdict verdict = Scene.of(Scene.workload("live-video-to-video/none"), WHISPER)
                .node(
                        START,
                        "E1123 11:50:20.000000 1 starter.go:1467] Error ensuring AI worker image available for live-video-to-video: no container image found for live pipeline none\n",
                        "E1123 11:50:20.000000 1 starter.go:1477] Error AI worker warming live-video-to-video container: no container image found for live pipeline none\n")
                .first();

        assertVerdict(verdict, WarmState.NOT_WARM, Cause.IMAGE_UNKNOWN);
    }

    @Test
    void replicasAreToldApartByTheirPort() {
        List<Verdict> verdicts = Scene.of(LIGHTNING, LIGHTNING)
                .node(BEGINS, ready(LIGHTNING_0), starting("1", LIGHTNING_1, LIGHTNING.modelId()))
                .verdicts();

        assertVerdict(verdicts.get(0), WarmState.WARM, null);
        assertVerdict(verdicts.get(1), WarmState.LOADING, Cause.MODEL_LOADING);
    }

    @Test
    void modelsOnTheOthersCardsAreNotAsPlanned() {
        List<Verdict> verdicts = Scene.of(WHISPER, LIGHTNING).node(bothReady()).verdicts();

        verdicts.forEach(verdict -> assertVerdict(verdict, WarmState.NOT_WARM, Cause.OTHER_MODEL));
    }

    @Test
    void aModelOnAnUnplannedCardIsSaid() {
        Verdict verdict = Scene.usual()
                .node(START, starting("2", WHISPER_1.replace("8401", "8402"), WHISPER.modelId()), SERVES)
                .second();

        assertVerdict(verdict, WarmState.NOT_WARM, Cause.OTHER_CARD);
    }

    @ParameterizedTest
    @MethodSource("prefixes")
    void linesAreKnownBehindAnyUsualPrefix(String prefix) {
        String log = RUNS.lines().map(line -> prefix + line + "\r\n").reduce("", String::concat);

        assertVerdict(Scene.usual().node(log).first(), WarmState.WARM, null);
    }

    static List<String> prefixes() {
        return List.of(
                "",
                "2026-11-23T11:52:00.123456789Z ",
                "livepeer-1  | ",
                "livepeer-1  | 2026-11-23T11:52:00.123456789Z ",
                "Nov 23 11:52:00 rig livepeer[123]: ",
                "2026-11-23T11:52:00+0100 rig livepeer[123]: ");
    }

    @Test
    void aLogThatTellsNothingIsNoEvidence() {
        Scene scene = Scene.usual().log("other.log", "hello\nStarting managed container\nWatching container x\n");

        assertVerdict(scene.first(), WarmState.UNKNOWN, Cause.NO_EVIDENCE);
        assertThat(scene.remarks()).anyMatch(remark -> remark.startsWith("other.log has 3 lines, and none"));
    }

    @Test
    void aLogWithoutItsStartIsNoted() {
        assertThat(Scene.usual().node(ready(LIGHTNING_0)).remarks())
                .anyMatch(remark -> remark.contains("does not go back to its last start"));
        assertVerdict(Scene.usual().node(ready(LIGHTNING_0)).first(), WarmState.WARM, null);
    }
}
