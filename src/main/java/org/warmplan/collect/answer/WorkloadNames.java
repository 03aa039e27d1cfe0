package org.warmplan.collect.answer;

import java.util.Locale;
import java.util.Optional;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/** Pipelines and models as sources name them: slugs and display names ("Text to image") for pipelines, ids for models. */
public final class WorkloadNames {
    private WorkloadNames() {}

    /**
     * The pipeline of a slug or a display name. The rule is go-livepeer's own: lower case, dashes for spaces
     * ({@code server/remote_discovery.go:363-369} at 176aa415).
     */
    public static Optional<Pipeline> findPipeline(String name) {
        return Pipeline.findBySlug(name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-"));
    }

    /** The workload, or empty for an id that is blank, too long or holds control characters. */
    public static Optional<Workload> findWorkload(Pipeline pipeline, String modelId) {
        boolean sound = !modelId.isBlank()
                && modelId.codePointCount(0, modelId.length()) <= Workload.MAX_MODEL_ID
                && modelId.codePoints().noneMatch(Character::isISOControl);
        return sound ? Optional.of(new Workload(pipeline, modelId)) : Optional.empty();
    }

    /**
     * The workload that the fields {@code pipeline} and {@code model} of a row name. Empty, with an issue, when they name
     * none; empty without one for what is no pipeline of ours at all, like a transcoding or bring-your-own-container name.
     */
    public static Optional<Workload> findWorkload(Payload row, String pipeline, String model) {
        return findWorkload(row, pipeline, row, model);
    }

    /** Like {@link #findWorkload(Payload, String, String)}, for a model in a row of its own under its pipeline. */
    public static Optional<Workload> findWorkload(Payload above, String pipeline, Payload row, String model) {
        Optional<Pipeline> known = findPipeline(above.text(pipeline));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Optional<Workload> workload = findWorkload(known.get(), row.text(model));
        if (workload.isEmpty()) {
            row.at(model).odd("modelIdInvalid", "A model id that no model can have was left out.");
        }
        return workload;
    }
}
