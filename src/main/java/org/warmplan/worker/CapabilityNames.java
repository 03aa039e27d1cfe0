package org.warmplan.worker;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.warmplan.domain.Pipeline;

/**
 * How go-livepeer turns a pipeline's name into a capability: a first letter from a to z upper-cased, hyphens to spaces, looked up in a
 * table that also has the transcoding capabilities ({@code core/ai.go:57-72}, {@code core/capabilities.go:94-134} at
 * 176aa415).
 */
public final class CapabilityNames {
    private static final Set<String> TRANSCODING = Set.of(
            "Invalid",
            "Unused",
            "H.264",
            "MPEGTS",
            "MP4",
            "Fractional framerates",
            "Storage direct",
            "Storage S3",
            "Storage GCS",
            "H264 Baseline profile",
            "H264 Main profile",
            "H264 High profile",
            "H264 Constrained, Contained High profile",
            "GOP",
            "Auth token",
            "MPEG7 signature",
            "HEVC decode",
            "HEVC encode",
            "VP8 decode",
            "VP9 decode",
            "VP8 encode",
            "VP9 encode",
            "Segment slicing");
    private static final Map<String, Pipeline> AI =
            Stream.of(Pipeline.values()).collect(Collectors.toUnmodifiableMap(p -> nameOf(p.slug()), p -> p));

    private CapabilityNames() {}

    /** The capability a pipeline's name leads to; empty when the node would panic over it. */
    public static Optional<String> find(String pipeline) {
        // Names of the table with a small first letter or a hyphen, like "byoc", cannot be reached.
        return Optional.of(pipeline)
                .filter(name -> !name.isEmpty())
                .map(CapabilityNames::nameOf)
                .filter(name -> AI.containsKey(name) || TRANSCODING.contains(name));
    }

    /** The AI pipeline whose jobs come under the capability that a pipeline's name leads to, however it is spelled. */
    static Optional<Pipeline> findJobPipeline(String pipeline) {
        return find(pipeline).map(AI::get);
    }

    private static String nameOf(String pipeline) {
        char first = pipeline.charAt(0);
        char capital = first >= 'a' && first <= 'z' ? Character.toUpperCase(first) : first;
        return capital + pipeline.substring(1).replace('-', ' ');
    }
}
