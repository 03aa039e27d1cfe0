package org.warmplan.worker.watch;

import java.util.Map;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/**
 * A slot that a plan warms, with the names go-livepeer gives its card and its container ({@code
 * cmd/livepeer/starter/starter.go:1365-1374}, {@code ai/worker/docker.go:48-61,391,758-764,881-905} at 176aa415).
 *
 * @param slot its place in the order in which go-livepeer fills slots, from 0
 * @param device as given to {@code -nvidia}
 * @param container which container on the device, from 0
 * @param colocated whether {@code -aiRunnerContainersPerGPU} is more than 1, which changes the card's name
 * @param gpu the card's name, for people
 */
public record PlannedSlot(int slot, String device, int container, boolean colocated, String gpu, Workload workload) {
    private static final Map<Pipeline, String> PORTS = Map.of(
            Pipeline.TEXT_TO_IMAGE, "80",
            Pipeline.IMAGE_TO_IMAGE, "81",
            Pipeline.IMAGE_TO_VIDEO, "82",
            Pipeline.UPSCALE, "83",
            Pipeline.AUDIO_TO_TEXT, "84",
            Pipeline.LLM, "85",
            Pipeline.SEGMENT_ANYTHING_2, "86",
            Pipeline.IMAGE_TO_TEXT, "87",
            Pipeline.TEXT_TO_SPEECH, "88",
            Pipeline.LIVE_VIDEO_TO_VIDEO, "89");

    /** What go-livepeer calls the card: {@code 0}, or {@code colocated-1-0}. */
    public String gpuId() {
        return colocated ? "colocated-%d-%s".formatted(container, device) : device;
    }

    /** The last digits of its port: which container, which device. */
    String place() {
        return (colocated ? String.valueOf(container) : "0") + device;
    }

    /** What go-livepeer calls its container, like {@code text-to-image_ByteDance-SDXL-Lightning_8000}. */
    public String containerName() {
        return "%s%s%s".formatted(namePrefix(), PORTS.getOrDefault(workload.pipeline(), ""), place());
    }

    /** The name up to the port, which is the same on every slot. */
    String namePrefix() {
        return "%s_%s_".formatted(workload.pipeline().slug(), workload.modelId().replaceAll("[/_]", "-"));
    }
}
