package org.warmplan.worker.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.Workload;

final class RunnerNeedsTest {
    private static final String BASE = "stabilityai/stable-diffusion-xl-base-1.0";
    private static final String LLAMA = "meta-llama/Meta-Llama-3.1-8B-Instruct";

    @TempDir
    private Path dir;

    private TestingModels models;

    @BeforeEach
    void makeFolder() {
        models = new TestingModels(dir);
    }

    @ParameterizedTest
    @CsvSource({
        "text-to-image/SG161222/RealVisXL_V4.0_Lightning, unet/diffusion_pytorch_model.fp16.safetensors",
        "image-to-image/timbrooks/instruct-pix2pix, unet/diffusion_pytorch_model.fp16.safetensors",
        "image-to-video/stabilityai/stable-video-diffusion-img2vid-xt, unet/diffusion_pytorch_model.safetensors",
        "upscale/stabilityai/stable-diffusion-x4-upscaler, unet/diffusion_pytorch_model.bin"
    })
    void looksForTheSafetyCheckerBesideEveryDiffusionModel(String id, String file) {
        Workload workload = workload(id);
        models.repository(workload.modelId(), file);
        assertThat(ModelsOnDisk.look(dir, workload)).isInstanceOfSatisfying(OnDisk.Incomplete.class, i -> {
            assertThat(missing(i.folders()))
                    .containsExactly(
                            "models--CompVis--stable-diffusion-safety-checker",
                            "models--openai--clip-vit-base-patch32");
            assertThat(i.hasOwn()).isTrue();
            assertThat(i.fetchedAtStart()).isTrue();
        });
        models.safetyChecker();
        assertThat(ModelsOnDisk.look(dir, workload)).isInstanceOf(OnDisk.Complete.class);
    }

    @ParameterizedTest
    @CsvSource({
        "text-to-image/ByteDance/SDXL-Lightning, 8",
        "image-to-image/ByteDance/SDXL-Lightning-2step, 2",
        "text-to-image/ByteDance/SDXL-Lightning-4step, 4",
        "text-to-image/ByteDance/SDXL-Lightning-8step, 8"
    })
    void looksForTheBaseOfLightning(String id, int steps) {
        String lightning = "ByteDance/SDXL-Lightning";
        models.safetyChecker().repository(lightning, "sdxl_lightning_" + (steps + 1) + "step_unet.safetensors");
        assertThat(ModelsOnDisk.look(dir, workload(id)).explain())
                .contains("no file ends in sdxl_lightning_" + steps + "step_unet.safetensors")
                .contains("models--stabilityai--stable-diffusion-xl-base-1.0: missing");

        models.repository(lightning, "sdxl_lightning_" + steps + "step_unet.safetensors");
        assertThat(ModelsOnDisk.look(dir, workload(id)))
                .isInstanceOfSatisfying(
                        OnDisk.Incomplete.class, i -> assertThat(i.hasOwn()).isTrue());

        models.repository(BASE, "unet/diffusion_pytorch_model.fp16.safetensors");
        assertThat(ModelsOnDisk.look(dir, workload(id))).isInstanceOf(OnDisk.Complete.class);
    }

    @Test
    void takesTheBaseAloneForNoLightning() {
        models.safetyChecker().repository(BASE, "unet/diffusion_pytorch_model.fp16.safetensors");
        assertThat(look("text-to-image/ByteDance/SDXL-Lightning")).isInstanceOf(OnDisk.Absent.class);
        assertThat(look("text-to-image/" + BASE)).isInstanceOf(OnDisk.Complete.class);
    }

    @Test
    void looksForThePartThatOneModelTakesFromAnother() {
        models.safetyChecker().repository("SG161222/Realistic_Vision_V6.0_B1_noVAE", "unet/model.safetensors");
        assertThat(look("text-to-image/SG161222/Realistic_Vision_V6.0_B1_noVAE").explain())
                .contains("models--stabilityai--sd-vae-ft-ema: missing");
    }

    @ParameterizedTest
    @CsvSource({
        "audio-to-text/openai/whisper-medium, model.safetensors, pytorch_model.bin",
        "image-to-text/Salesforce/blip-image-captioning-large, model.safetensors, pytorch_model.bin",
        "segment-anything-2/facebook/sam2-hiera-large, sam2_hiera_large.pt, model.safetensors",
        "text-to-speech/parler-tts/parler-tts-large-v1, model.safetensors, spiece.model"
    })
    void looksForTheFilesThatTheRunnerLoads(String id, String loaded, String other) {
        models.repository(workload(id).modelId(), other);
        assertThat(look(id)).isInstanceOf(OnDisk.Incomplete.class);
        models.repository(workload(id).modelId(), loaded);
        assertThat(look(id)).isInstanceOf(OnDisk.Complete.class);
    }

    @Test
    void findsALanguageModelInTheCacheWithOrWithoutMain() {
        models.repository(LLAMA, "config.json", "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors");
        assertThat(look("llm/" + LLAMA)).isInstanceOf(OnDisk.Complete.class);
        models.delete(TestingModels.cache(LLAMA) + "/refs/main");
        assertThat(look("llm/" + LLAMA)).isInstanceOf(OnDisk.Complete.class);
    }

    @Test
    void findsALanguageModelThatLiesInItsFolderWithoutACache() {
        String folder = TestingModels.cache(LLAMA);
        models.write(folder + "/model.safetensors", "123").write(folder + "/original/config.json", "{}");
        assertThat(look("llm/" + LLAMA).explain()).contains("config.json is missing beside the weights");
        models.write(folder + "/config.json", "{}");
        assertThat(look("llm/" + LLAMA))
                .isInstanceOfSatisfying(
                        OnDisk.Complete.class, c -> assertThat(c.bytes()).isEqualTo(7));
    }

    @Test
    void findsNoLanguageModelInAFolderOfItsPlainName() {
        models.write(LLAMA + "/model.safetensors", "123").write(LLAMA + "/config.json", "{}");
        assertThat(look("llm/" + LLAMA)).isInstanceOf(OnDisk.Absent.class);
    }

    @Test
    void saysThatTheLanguageModelsRunnerDownloadsNothing() {
        assertThat(look("llm/" + LLAMA).explain()).endsWith("the runner does not do it and fails.");
        models.repository(LLAMA, "config.json", "model-00001-of-00002.safetensors");
        assertThat(look("llm/" + LLAMA))
                .isInstanceOfSatisfying(
                        OnDisk.Incomplete.class,
                        i -> assertThat(i.fetchedAtStart()).isFalse());
        models.write(TestingModels.cache(LLAMA) + "/.cache/huggingface/download/x.incomplete", "1");
        assertThat(look("llm/" + LLAMA).explain()).contains("a download is going on or was cut");
    }

    @Test
    void seesThatOneOfTwoSnapshotsOfALanguageModelIsBroken() {
        models.repository(LLAMA, "config.json", "model.safetensors")
                .link(TestingModels.cache(LLAMA) + "/snapshots/" + "e".repeat(40) + "/model.safetensors", "../../gone");
        assertThat(look("llm/" + LLAMA).explain()).contains("leads to a file that is missing");
    }

    @Test
    void looksNotBelowTheFolderThatTheRunnerTakes() {
        models.repository(LLAMA, "config.json", "model.safetensors")
                .write(TestingModels.snapshotOf(LLAMA) + "/original/model-00001-of-00002.safetensors", "1");
        assertThat(look("llm/" + LLAMA)).isInstanceOf(OnDisk.Complete.class);
    }

    @Test
    void looksForAllThatStreamDiffusionHasPrepared() {
        for (String name : List.of("stabilityai/sdxl-turbo", "h94/IP-Adapter")) {
            models.repository(name, "model.safetensors");
        }
        for (String net : List.of("depth", "canny", "tile")) {
            models.repository("xinsir/controlnet-" + net + "-sdxl-1.0", "model.safetensors");
        }
        models.write("StreamDiffusion--engines/depth-anything/depth_anything_v2_vits.engine", "1");
        String live = "live-video-to-video/streamdiffusion-sdxl";
        assertThat(look(live).explain())
                .contains("StreamDiffusion--engines: no file ends in unet.engine")
                .endsWith("the runner does not do it and fails.");

        models.write("StreamDiffusion--engines/stabilityai/sdxl-turbo--x/unet.engine", "1");
        assertThat(look(live)).isInstanceOf(OnDisk.Complete.class);
        assertThat(look(live + "-v2v")).isInstanceOf(OnDisk.Complete.class);
        assertThat(missing(((OnDisk.Incomplete) look(live + "-faceid")).folders()))
                .containsExactly("models--h94--IP-Adapter-FaceID", "insightface");
        assertThat(look("live-video-to-video/streamdiffusion")).isInstanceOf(OnDisk.Absent.class);
        assertThat(look("live-video-to-video/streamdiffusion-sd15-v2v")).isInstanceOf(OnDisk.Absent.class);
    }

    @Test
    void looksIntoTheFolderOfComfy() {
        assertThat(look("live-video-to-video/comfyui")).isInstanceOf(OnDisk.Absent.class);
        models.write("ComfyUI--models/unet/dreamshaper-8-dmd-1kstep.safetensors", "1");
        assertThat(look("live-video-to-video/comfyui")).isInstanceOf(OnDisk.Complete.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noop", "scope", "segment_anything_2", "mine"})
    void looksNowhereForImagesThatItDoesNotKnow(String name) {
        OnDisk.Why why = name.equals("noop") ? OnDisk.Why.NO_WEIGHTS : OnDisk.Why.IMAGE_UNKNOWN;
        assertThat(look("live-video-to-video/" + name)).isEqualTo(new OnDisk.NotLookedAt(why, name));
    }

    private OnDisk look(String id) {
        return ModelsOnDisk.look(dir, workload(id));
    }

    private static List<String> missing(List<SeenFolder> folders) {
        return folders.stream()
                .filter(f -> !f.isComplete())
                .map(SeenFolder::name)
                .toList();
    }

    private static Workload workload(String id) {
        return Workload.find(id).orElseThrow();
    }
}
