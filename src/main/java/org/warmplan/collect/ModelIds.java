package org.warmplan.collect;

import java.util.Optional;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/** Model ids from outside. */
final class ModelIds {
    private ModelIds() {}

    /** The workload, or empty for an id that is blank, too long or holds control characters. */
    static Optional<Workload> findWorkload(Pipeline pipeline, String modelId) {
        boolean sound = !modelId.isBlank()
                && modelId.codePointCount(0, modelId.length()) <= Workload.MAX_MODEL_ID
                && modelId.codePoints().noneMatch(Character::isISOControl);
        return sound ? Optional.of(new Workload(pipeline, modelId)) : Optional.empty();
    }
}
