package org.warmplan.worker.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.worker.watch.Scene.LIGHTNING;
import static org.warmplan.worker.watch.Scene.LIGHTNING_0;
import static org.warmplan.worker.watch.Scene.LIGHTNING_1;
import static org.warmplan.worker.watch.Scene.LIVE;
import static org.warmplan.worker.watch.Scene.LIVE_0;
import static org.warmplan.worker.watch.Scene.START;
import static org.warmplan.worker.watch.Scene.WHISPER;
import static org.warmplan.worker.watch.Scene.bothReady;
import static org.warmplan.worker.watch.Scene.starting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a runner's log says of slot 0, and what it adds to go-livepeer's. */
final class RunnerLogTest {
    private static final String BEGINS = said("INFO", "app.py:112:create_app", "Runner version: 0.14.1")
            + said(
                    "INFO",
                    "text_to_image.py:74:__init__",
                    "TextToImagePipeline loading fp16 variant for SG161222/RealVisXL_V4.0_Lightning");
    private static final String UP = said(
                    "INFO",
                    "app.py:127:lifespan",
                    "Started up with pipeline=TextToImagePipeline model_id=SG161222/RealVisXL_V4.0_Lightning")
            + "2026-11-23 11:51:40,123 INFO:     Application startup complete.\n";
    private static final String OUT_OF_MEMORY =
            "torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.00 MiB (GPU 0; 23.65 GiB total capacity; 22.90 GiB already allocated; 11.06 MiB free)\n";

    private static String said(String level, String location, String message) {
        return "timestamp=2026-11-23 11:51:30 level=%s location=%s gateway_request_id= manifest_id= stream_id= message=%s\n"
                .formatted(level, location, message);
    }

    private static String state(String from, String to) {
        return said(
                "INFO",
                "status.py:65:update_state",
                "Pipeline state changed. old_state=%s new_state=%s time_since_last_state_update=3.0s status={\"prompt\":\"CUDA out of memory s3cret\"}"
                        .formatted(from, to));
    }

    private static void assertVerdict(Verdict verdict, WarmState state, @Nullable Cause cause) {
        assertThat(verdict.state()).as(verdict.toString()).isEqualTo(state);
        assertThat(verdict.cause()).as(verdict.toString()).isEqualTo(cause);
        assertThat(verdict.evidence().toString()).doesNotContain("s3cret");
    }

    static List<Arguments> batch() {
        return List.of(
                Arguments.of("loads", BEGINS, WarmState.LOADING, Cause.MODEL_LOADING),
                Arguments.of("is up", BEGINS + UP, WarmState.WARM, null),
                Arguments.of(
                        "shows how far the weights are",
                        BEGINS + "\rLoading pipeline components...:  43%|####      | 3/7 [00:01<00:01,  2.4it/s]\r",
                        WarmState.LOADING,
                        Cause.MODEL_LOADING),
                Arguments.of(
                        "fetches",
                        BEGINS + "Fetching 15 files:  27%|##7       | 4/15 [00:10<00:27,  2.5s/it]\r",
                        WarmState.LOADING,
                        Cause.DOWNLOADING),
                Arguments.of(
                        "downloads a file",
                        BEGINS
                                + "diffusion_pytorch_model.fp16.safetensors:  35%|###5      | 1.80G/5.14G [00:30<00:55, 60.1MB/s]\r",
                        WarmState.LOADING,
                        Cause.DOWNLOADING),
                Arguments.of(
                        "has fetched",
                        BEGINS + "Fetching 15 files: 100%|##########| 15/15 [00:00<00:00, 9000it/s]\n",
                        WarmState.LOADING,
                        Cause.MODEL_LOADING),
                Arguments.of("runs out of memory", BEGINS + OUT_OF_MEMORY, WarmState.NOT_WARM, Cause.OUT_OF_MEMORY),
                Arguments.of(
                        "runs out of memory and tries again",
                        BEGINS + OUT_OF_MEMORY + BEGINS,
                        WarmState.NOT_WARM,
                        Cause.OUT_OF_MEMORY),
                Arguments.of(
                        "runs out of memory once and is up then",
                        BEGINS + OUT_OF_MEMORY + BEGINS + UP,
                        WarmState.WARM,
                        null),
                Arguments.of("begins three times", BEGINS + BEGINS + BEGINS, WarmState.NOT_WARM, Cause.RESTART_LOOP),
                Arguments.of(
                        "is out of memory in vLLM",
                        BEGINS
                                + "ValueError: No available memory for the cache blocks. Try increasing `gpu_memory_utilization` when initializing the engine.\n",
                        WarmState.NOT_WARM,
                        Cause.OUT_OF_MEMORY),
                Arguments.of(
                        "misses files",
                        BEGINS + "ValueError: Could not find model files for meta-llama/Meta-Llama-3.1-8B-Instruct\n",
                        WarmState.NOT_WARM,
                        Cause.MODEL_FILES_MISSING),
                Arguments.of(
                        "is refused a gated model",
                        BEGINS
                                + "huggingface_hub.errors.GatedRepoError: 401 Client Error. (Request ID: Root=1-s3cret)\n",
                        WarmState.NOT_WARM,
                        Cause.MODEL_FILES_MISSING),
                Arguments.of(
                        "cannot reach Hugging Face",
                        BEGINS
                                + "OSError: We couldn't connect to 'https://huggingface.co' to load this file, couldn't find it in the cached files\n",
                        WarmState.NOT_WARM,
                        Cause.MODEL_FILES_MISSING),
                Arguments.of(
                        "finds the disk full",
                        BEGINS + "OSError: [Errno 28] No space left on device\n",
                        WarmState.NOT_WARM,
                        Cause.DISK_FULL),
                Arguments.of(
                        "does not know the card",
                        BEGINS + "RuntimeError: CUDA error: no kernel image is available for execution on the device\n",
                        WarmState.NOT_WARM,
                        Cause.CARD_NOT_SUPPORTED),
                Arguments.of(
                        "has no card",
                        BEGINS + "RuntimeError: No CUDA GPUs are available\n",
                        WarmState.NOT_WARM,
                        Cause.NO_GPU),
                Arguments.of(
                        "ends with another exception",
                        BEGINS + "KeyError: 's3cret'\n"
                                + "2026-11-23 11:51:40,123 ERROR:    Application startup failed. Exiting.\n",
                        WarmState.NOT_WARM,
                        Cause.RUNNER_ERROR),
                Arguments.of(
                        "is stopped",
                        BEGINS + UP + said("INFO", "app.py:131:lifespan", "Shutting down"),
                        WarmState.NOT_WARM,
                        Cause.CONTAINER_STOPPED),
                Arguments.of(
                        "says such words in a request",
                        BEGINS
                                + UP
                                + said("INFO", "x.py:1:f", "prompt torch.cuda.OutOfMemoryError: CUDA out of memory"),
                        WarmState.WARM,
                        null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("batch")
    void aBatchRunner(String what, String lines, WarmState state, @Nullable Cause cause) {
        assertVerdict(Scene.usual().log("docker:" + LIGHTNING_0, lines).first(), state, cause);
        assertVerdict(Scene.usual().log("runner.log", lines).first(), state, cause);
    }

    @Test
    void aPromptDoesNotMakeARunnerFail() {
        String prompt = said(
                "INFO",
                "process_guardian.py:138:update_params",
                "ProcessGuardian: Parameter update queued. params={'prompt': 'error: CUDA out of memory'}");

        assertVerdict(
                Scene.usual().log("docker:" + LIGHTNING_0, BEGINS, prompt).first(),
                WarmState.LOADING,
                Cause.MODEL_LOADING);
    }

    static List<Arguments> live() {
        String begins = said("INFO", "app.py:112:create_app", "Runner version: 0.14.1")
                + said(
                        "INFO",
                        "app.py:127:lifespan",
                        "Started up with pipeline=LiveVideoToVideoPipeline model_id=streamdiffusion-sdxl");
        String loading = state("OFFLINE", "LOADING");
        return List.of(
                Arguments.of("answers, but loads", begins + loading, WarmState.LOADING, Cause.MODEL_LOADING),
                Arguments.of("only answers", begins, WarmState.LOADING, Cause.MODEL_LOADING),
                Arguments.of(
                        "waits for a stream", begins + loading + state("LOADING", "OFFLINE"), WarmState.WARM, null),
                Arguments.of(
                        "serves a stream",
                        begins + loading + state("LOADING", "OFFLINE") + state("OFFLINE", "ONLINE"),
                        WarmState.WARM,
                        null),
                Arguments.of(
                        "is in error",
                        begins + loading + state("LOADING", "ERROR"),
                        WarmState.NOT_WARM,
                        Cause.RUNNER_ERROR),
                Arguments.of(
                        "is in error after it was up",
                        begins + loading + state("LOADING", "OFFLINE") + state("OFFLINE", "ERROR"),
                        WarmState.NOT_WARM,
                        Cause.RUNNER_ERROR),
                Arguments.of(
                        "loads too long",
                        begins
                                + loading
                                + said(
                                        "ERROR",
                                        "process_guardian.py:176:x",
                                        "Pipeline loading timed out after 180s. state={}"),
                        WarmState.NOT_WARM,
                        Cause.LOAD_TOO_LONG),
                Arguments.of(
                        "runs out of memory",
                        begins + loading + "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.50 GiB.\n",
                        WarmState.NOT_WARM,
                        Cause.OUT_OF_MEMORY),
                Arguments.of(
                        "crashed",
                        begins
                                + said(
                                        "ERROR",
                                        "live_video_to_video.py:163:x",
                                        "infer.py process has crashed more than 3 times. Exiting."),
                        WarmState.NOT_WARM,
                        Cause.RUNNER_ERROR));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("live")
    void aLiveRunner(String what, String lines, WarmState state, @Nullable Cause cause) {
        assertVerdict(Scene.of(LIVE, WHISPER).log("docker:" + LIVE_0, lines).first(), state, cause);
    }

    static List<Arguments> both() {
        String late =
                "E1123 11:54:01.000000 1 starter.go:1477] Error AI worker warming text-to-image container: timed out waiting for runner: EOF\n";
        return List.of(
                Arguments.of(
                        BEGINS + "Fetching 15 files:  27%|##7       | 4/15 [00:10<00:27]\r",
                        late,
                        Cause.DOWNLOAD_NOT_FINISHED),
                Arguments.of(BEGINS + OUT_OF_MEMORY, late, Cause.OUT_OF_MEMORY),
                Arguments.of(BEGINS, late, Cause.LOAD_TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource("both")
    void theRunnerSaysWhyGoLivepeerWaitedInVain(String runner, String node, Cause cause) {
        Verdict verdict = Scene.usual()
                .node(START, starting("0", LIGHTNING_0, LIGHTNING.modelId()), node)
                .log("docker:" + LIGHTNING_0, runner)
                .first();

        assertVerdict(verdict, WarmState.NOT_WARM, cause);
        assertThat(verdict.lasting()).isTrue();
        assertThat(verdict.evidence()).extracting(Evidence::source).contains("node.log", "docker:" + LIGHTNING_0);
    }

    @Test
    void goLivepeersAndTheRunnersLinesMayBeMixed() {
        Verdict verdict = Scene.usual()
                .node(START, starting("0", LIGHTNING_0, LIGHTNING.modelId()), BEGINS, OUT_OF_MEMORY)
                .first();

        assertVerdict(verdict, WarmState.NOT_WARM, Cause.OUT_OF_MEMORY);
        assertThat(verdict.evidence().toString()).contains("Tried to allocate 20.00 MiB");
    }

    @Test
    void aRunnerThatFellOverAfterItWasReadyIsNotWarm() {
        Verdict verdict = Scene.usual()
                .node(bothReady())
                .log("docker:" + LIGHTNING_0, BEGINS, UP, BEGINS, OUT_OF_MEMORY)
                .first();

        assertVerdict(verdict, WarmState.NOT_WARM, Cause.OUT_OF_MEMORY);
        assertThat(verdict.evidence()).hasSizeGreaterThan(1);
    }

    @Test
    void outOfMemoryOnARequestIsNotedAndTheModelStaysWarm() {
        Scene scene = Scene.usual()
                .log(
                        "docker:" + LIGHTNING_0,
                        BEGINS,
                        UP,
                        said(
                                "ERROR",
                                "text_to_image.py:204:x",
                                "TextToImage pipeline error: CUDA out of memory. Tried to allocate 1.00 GiB"));

        assertVerdict(scene.first(), WarmState.WARM, null);
        assertThat(scene.remarks()).anyMatch(remark -> remark.contains("ran out of memory while it served"));
    }

    @Test
    void ofReplicasOnlyTheNamedOneIsMeant() {
        Scene named = Scene.of(LIGHTNING, LIGHTNING).log("docker:" + LIGHTNING_1, BEGINS, OUT_OF_MEMORY);
        Scene unnamed = Scene.of(LIGHTNING, LIGHTNING).log("runner.log", BEGINS, OUT_OF_MEMORY);

        assertVerdict(named.first(), WarmState.UNKNOWN, Cause.NO_EVIDENCE);
        assertVerdict(named.second(), WarmState.NOT_WARM, Cause.OUT_OF_MEMORY);
        assertThat(named.remarks()).isEmpty();
        assertVerdict(unnamed.first(), WarmState.UNKNOWN, Cause.NO_EVIDENCE);
        assertThat(unnamed.remarks())
                .anyMatch(remark -> remark.startsWith("runner.log is of a runner, but not of which container"));
    }
}
