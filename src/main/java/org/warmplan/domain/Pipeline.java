package org.warmplan.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An AI pipeline of the network, with the capability number gateways know it by and the unit orchestrators bill.
 *
 * <p>Numbers from go-livepeer {@code core/capabilities.go:51-134}; units from {@code server/ai_http.go:1402-1570} and
 * {@code server/live_payment_processor.go:12-35} at 176aa415.
 */
public enum Pipeline {
    TEXT_TO_IMAGE("text-to-image", 27, "output pixel", true),
    IMAGE_TO_IMAGE("image-to-image", 28, "input pixel", true),
    IMAGE_TO_VIDEO("image-to-video", 29, "output pixel", true),
    UPSCALE("upscale", 30, "input pixel", true),
    AUDIO_TO_TEXT("audio-to-text", 31, "millisecond of audio", false),
    SEGMENT_ANYTHING_2("segment-anything-2", 32, "input pixel", false),
    LLM("llm", 33, "token asked for", false),
    IMAGE_TO_TEXT("image-to-text", 34, "input pixel", false),
    LIVE_VIDEO_TO_VIDEO("live-video-to-video", 35, "pixel of a 720p30 stream", false),
    TEXT_TO_SPEECH("text-to-speech", 36, "character", false);

    /** Billed pixels per second of any live stream: 1280 x 720 at 30 frames, whatever is really sent. */
    public static final long LIVE_UNITS_PER_SECOND = 1280L * 720 * 30;

    private static final Map<String, Pipeline> BY_SLUG =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Pipeline::slug, p -> p));

    private final String slug;
    private final int capability;
    private final String unit;
    private final boolean diffusion;

    Pipeline(String slug, int capability, String unit, boolean diffusion) {
        this.slug = slug;
        this.capability = capability;
        this.unit = unit;
        this.diffusion = diffusion;
    }

    /** The lower-case name used in aiModels.json, like {@code text-to-image}. */
    public String slug() {
        return slug;
    }

    /** The number of the capability in {@code PerCapability}, 27 to 36. */
    public int capability() {
        return capability;
    }

    /** What one price applies to, in the singular. */
    public String unit() {
        return unit;
    }

    /** True for the four pipelines that read SFAST and DEEPCACHE. */
    public boolean isDiffusion() {
        return diffusion;
    }

    /** True when a container serves a stream for as long as it lasts, instead of one request after another. */
    public boolean isLive() {
        return this == LIVE_VIDEO_TO_VIDEO;
    }

    public static Optional<Pipeline> findBySlug(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug));
    }

    public static Optional<Pipeline> findByCapability(int capability) {
        return Arrays.stream(values()).filter(p -> p.capability == capability).findFirst();
    }

    @Override
    public String toString() {
        return slug;
    }
}
