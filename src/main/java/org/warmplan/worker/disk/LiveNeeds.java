package org.warmplan.worker.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the images of live video read under the mounted folder. Their model id is the name of a live pipeline, never a
 * path.
 *
 * <p>StreamDiffusion (ai-runner at 50a742ce, {@code live/streamdiffusion}) stays offline ({@code Dockerfile:33-34}) and
 * builds no engines when it serves ({@code pipeline/pipeline.py:419, 448}), so all must have been prepared: the model, the
 * control nets and adapters that its default parameters name ({@code default_params/*.json}, {@code
 * pipeline/pipeline.py:345-388}), and engines ({@code Dockerfile:29}). The engines are tied to a card and its driver, which
 * no name tells. Engines of {@code unet.engine} are of a diffusion model; the others belong to helpers of all.
 */
final class LiveNeeds {
    private static final String[] WEIGHTS = {".safetensors", ".bin"};

    private LiveNeeds() {}

    static RunnerNeeds of(String name) {
        return switch (name) {
            case "noop" -> new RunnerNeeds.Unknown(OnDisk.Why.NO_WEIGHTS);
            case "streamdiffusion", "streamdiffusion-sdturbo" -> turbo();
            case "streamdiffusion-sd15", "streamdiffusion-sd15-v2v" -> sd15();
            case "streamdiffusion-sdxl", "streamdiffusion-sdxl-v2v" -> sdxl(Stream.of());
            case "streamdiffusion-sdxl-faceid" ->
                sdxl(Stream.of(
                        RunnerFolder.hub("h94/IP-Adapter-FaceID", ".bin"), RunnerFolder.plain("insightface", ".onnx")));
            // live/comfyui/Dockerfile:79
            case "comfyui" ->
                new RunnerNeeds.Folders(
                        List.of(RunnerFolder.plain(
                                "ComfyUI--models", ".safetensors", ".bin", ".pt", ".pth", ".ckpt", ".onnx", ".engine")),
                        false);
            default -> new RunnerNeeds.Unknown(OnDisk.Why.IMAGE_UNKNOWN);
        };
    }

    private static RunnerNeeds turbo() {
        return streamDiffusion(
                List.of(
                        "stabilityai/sd-turbo",
                        "thibaud/controlnet-sd21-openpose-diffusers",
                        "thibaud/controlnet-sd21-hed-diffusers",
                        "thibaud/controlnet-sd21-canny-diffusers",
                        "thibaud/controlnet-sd21-depth-diffusers",
                        "thibaud/controlnet-sd21-color-diffusers",
                        "daydreamlive/TemporalNet2-stable-diffusion-2-1"),
                Stream.of());
    }

    private static RunnerNeeds sd15() {
        return streamDiffusion(
                List.of(
                        "Lykon/dreamshaper-8",
                        "lllyasviel/control_v11f1p_sd15_depth",
                        "lllyasviel/control_v11f1e_sd15_tile",
                        "lllyasviel/control_v11p_sd15_canny",
                        "daydreamlive/TemporalNet2-stable-diffusion-v1-5",
                        "latent-consistency/lcm-lora-sdv1-5",
                        "h94/IP-Adapter"),
                Stream.of());
    }

    private static RunnerNeeds sdxl(Stream<RunnerFolder> more) {
        return streamDiffusion(
                List.of(
                        "stabilityai/sdxl-turbo",
                        "xinsir/controlnet-depth-sdxl-1.0",
                        "xinsir/controlnet-canny-sdxl-1.0",
                        "xinsir/controlnet-tile-sdxl-1.0",
                        "h94/IP-Adapter"),
                more);
    }

    private static RunnerNeeds streamDiffusion(List<String> repositories, Stream<RunnerFolder> more) {
        List<RunnerFolder> folders = new ArrayList<>();
        repositories.forEach(r -> folders.add(RunnerFolder.hub(r, WEIGHTS)));
        more.forEach(folders::add);
        folders.add(RunnerFolder.plain("StreamDiffusion--engines", "unet.engine"));
        return new RunnerNeeds.Folders(folders, false);
    }
}
