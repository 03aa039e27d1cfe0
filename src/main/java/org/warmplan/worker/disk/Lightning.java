package org.warmplan.worker.disk;

import java.util.List;
import java.util.stream.Stream;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/**
 * SDXL-Lightning, which is one file that takes the place of a part of SDXL: the base model must be there too. Whatever
 * follows the name in the model id only says which file ({@code text_to_image.py:88-126}, {@code
 * image_to_image.py:77-115} of ai-runner at 50a742ce).
 */
final class Lightning {
    private static final String NAME = "ByteDance/SDXL-Lightning";
    private static final String BASE = "stabilityai/stable-diffusion-xl-base-1.0";

    private Lightning() {}

    static boolean isMeant(Workload workload) {
        boolean read = workload.pipeline() == Pipeline.TEXT_TO_IMAGE || workload.pipeline() == Pipeline.IMAGE_TO_IMAGE;
        return read && workload.modelId().contains(NAME);
    }

    /** The file first, then what it is put into. */
    static List<RunnerFolder> folders(String modelId) {
        String steps = Stream.of("2step", "4step")
                .filter(modelId::contains)
                .findFirst()
                .orElse("8step");
        return List.of(
                RunnerFolder.hub(NAME, "sdxl_lightning_" + steps + "_unet.safetensors"),
                RunnerFolder.hub(BASE, ".safetensors", ".bin"));
    }
}
