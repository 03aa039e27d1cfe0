package org.warmplan.worker.disk;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/**
 * Where the runner of a workload looks for weights. From ai-runner at 50a742ce, file names without a folder under {@code
 * runner/src/runner/pipelines}: every batch image sets {@code MODEL_DIR} and {@code HUGGINGFACE_HUB_CACHE} to the mounted
 * folder ({@code runner/docker/Dockerfile:58-61}, {@code Dockerfile.llm:44-46}) and none is told to stay offline, so all
 * but the language models download what is missing while they start. Images and environment variables that an operator
 * puts in their place are not known here.
 */
sealed interface RunnerNeeds {
    /**
     * What is looked for.
     *
     * @param folders the workload's own first
     * @param fetchesMissing whether the runner downloads what it does not find
     */
    record Folders(List<RunnerFolder> folders, boolean fetchesMissing) implements RunnerNeeds {
        public Folders {
            folders = List.copyOf(folders);
        }
    }

    /** There is nothing to look at. */
    record Unknown(OnDisk.Why why) implements RunnerNeeds {}

    /** The folders of a workload, whatever its model id. */
    static RunnerNeeds of(Workload workload) {
        if (workload.pipeline().isLive()) {
            return LiveNeeds.of(workload.modelId());
        }
        if (!RepositoryName.isValid(workload.modelId())) {
            return new Unknown(OnDisk.Why.ODD_MODEL_ID);
        }
        return workload.pipeline().isDiffusion() ? diffusion(workload) : single(workload);
    }

    /**
     * One repository is all. Speech and captions take safetensors alone ({@code audio_to_text.py:90-100}, {@code
     * image_to_text.py:44-54}), Segment Anything its checkpoint. The language models' runner lists the folder itself and
     * fails when there is none ({@code llm.py:63-71, 326-334}).
     */
    private static RunnerNeeds single(Workload workload) {
        String id = workload.modelId();
        return switch (workload.pipeline()) {
            case LLM -> new Folders(List.of(RunnerFolder.anywhere(id, ".safetensors", ".bin")), false);
            case SEGMENT_ANYTHING_2 -> new Folders(List.of(RunnerFolder.hub(id, ".pt")), true);
            case TEXT_TO_SPEECH -> new Folders(List.of(RunnerFolder.hub(id, ".safetensors", ".bin")), true);
            default -> new Folders(List.of(RunnerFolder.hub(id, ".safetensors")), true);
        };
    }

    /**
     * All four load a safety checker without naming a cache, which then is that of the environment ({@code
     * utils/utils.py:158-164}), and one model takes a part from another repository ({@code text_to_image.py:84-86}).
     */
    private static RunnerNeeds diffusion(Workload workload) {
        String id = workload.modelId();
        List<RunnerFolder> folders = new ArrayList<>();
        if (Lightning.isMeant(workload)) {
            folders.addAll(Lightning.folders(id));
        } else {
            folders.add(RunnerFolder.hub(id, ".safetensors", ".bin"));
        }
        if (workload.pipeline() == Pipeline.TEXT_TO_IMAGE && id.contains("SG161222/Realistic_Vision_V6.0_B1_noVAE")) {
            folders.add(RunnerFolder.hub("stabilityai/sd-vae-ft-ema", ".safetensors", ".bin"));
        }
        folders.add(RunnerFolder.hub("CompVis/stable-diffusion-safety-checker", ".safetensors", ".bin"));
        folders.add(RunnerFolder.hub("openai/clip-vit-base-patch32", "preprocessor_config.json"));
        return new Folders(folders, true);
    }
}
