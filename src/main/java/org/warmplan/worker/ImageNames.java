package org.warmplan.worker;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.warmplan.domain.Pipeline;
import org.warmplan.files.Document;
import org.warmplan.files.Fields;

/**
 * The images of managed containers (go-livepeer {@code ai/worker/docker.go:63-88,269-290} at 176aa415).
 *
 * @param defaults what {@code -aiRunnerImageOverrides} names for pipelines without an image of their own; empty for none
 * @param batch what it names for batch pipelines, by pipeline
 * @param live what it names for live pipelines, by model id
 */
public record ImageNames(String defaults, Map<String, String> batch, Map<String, String> live) {
    /** Without {@code -aiRunnerImageOverrides}. */
    public static final ImageNames USUAL = new ImageNames("", Map.of(), Map.of());

    private static final String RUNNER = "livepeer/ai-runner:";
    private static final Set<String> OWN_IMAGE = Set.of("segment-anything-2", "text-to-speech", "audio-to-text", "llm");
    private static final Set<String> LIVE = Set.of(
            "streamdiffusion",
            "streamdiffusion-sd15",
            "streamdiffusion-sd15-v2v",
            "streamdiffusion-sdxl",
            "streamdiffusion-sdxl-v2v",
            "streamdiffusion-sdxl-faceid",
            "comfyui",
            "segment_anything_2",
            "noop");

    public ImageNames {
        batch = Map.copyOf(batch);
        live = Map.copyOf(live);
    }

    /**
     * Reads the value of {@code -aiRunnerImageOverrides}: {@code {"default": "…", "batch": {…}, "live": {…}}}, each optional.
     *
     * @param name what to call it in messages
     * @throws org.warmplan.domain.InputException when it is no such object; go-livepeer would end over it
     */
    public static ImageNames read(String name, String json) {
        Fields fields = Document.ofJsonText(name, json).fields();
        return new ImageNames(text(fields, spelled(fields, "default")), names(fields, "batch"), names(fields, "live"));
    }

    /** The field as it is spelled: Go's encoding/json takes any letter case, and of several the last. */
    private static String spelled(Fields fields, String field) {
        return fields.names().stream()
                .filter(field::equalsIgnoreCase)
                .reduce((first, last) -> last)
                .orElse(field);
    }

    /** Empty is as good as none. */
    private static String text(Fields fields, String field) {
        return fields.has(field) ? fields.verbatim(field) : "";
    }

    private static Map<String, String> names(Fields fields, String field) {
        Map<String, String> names = new TreeMap<>();
        fields.findObject(spelled(fields, field))
                .ifPresent(images -> images.names().forEach(key -> names.put(key, text(images, key))));
        return names;
    }

    /** The image of an entry's containers; empty for a live pipeline that no image is known for. */
    public Optional<String> find(String pipeline, String modelId) {
        if (pipeline.equals(Pipeline.LIVE_VIDEO_TO_VIDEO.slug())) {
            return findLive(modelId);
        }
        String named = batch.get(pipeline);
        if (named != null) {
            return Optional.of(named);
        }
        if (OWN_IMAGE.contains(pipeline)) {
            return Optional.of(RUNNER + pipeline);
        }
        return Optional.of(defaults.isEmpty() ? RUNNER + "latest" : defaults);
    }

    private Optional<String> findLive(String modelId) {
        String named = live.get(modelId);
        if (named != null) {
            return Optional.of(named);
        }
        if (modelId.equals("scope")) {
            return Optional.of("daydreamlive/scope-runner");
        }
        return LIVE.contains(modelId) ? Optional.of(RUNNER + "live-app-" + modelId) : Optional.empty();
    }
}
