package org.warmplan.domain;

import java.util.Comparator;
import java.util.Optional;

/**
 * What is wanted, warmed and priced: one AI model under one pipeline. Model ids are case-sensitive and matched byte for
 * byte by gateways and workers.
 */
public record Workload(Pipeline pipeline, String modelId) implements Comparable<Workload> {
    /** Longest model id we keep, in code points; with the longest pipeline name it stays within a problem file's 512. */
    public static final int MAX_MODEL_ID = 480;

    private static final Comparator<Workload> ORDER = Comparator.comparing(Workload::id);

    public Workload {
        if (modelId.isBlank()) {
            throw new IllegalArgumentException("The model id of a " + pipeline + " workload is empty.");
        }
        if (modelId.codePointCount(0, modelId.length()) > MAX_MODEL_ID) {
            throw new IllegalArgumentException(
                    "A model id of pipeline " + pipeline + " is longer than " + MAX_MODEL_ID + " characters.");
        }
    }

    /** Reads {@code pipeline/model_id}; the pipeline ends at the first slash. Empty when it names no known pipeline. */
    public static Optional<Workload> find(String id) {
        int slash = id.indexOf('/');
        String modelId = id.substring(slash + 1);
        if (slash < 0 || modelId.isBlank() || modelId.codePointCount(0, modelId.length()) > MAX_MODEL_ID) {
            return Optional.empty();
        }
        return Pipeline.findBySlug(id.substring(0, slash)).map(p -> new Workload(p, modelId));
    }

    /** {@code pipeline/model_id}. */
    public String id() {
        return pipeline.slug() + "/" + modelId;
    }

    @Override
    public int compareTo(Workload other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return id();
    }
}
