package org.warmplan.collect;

import java.util.Optional;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/** Model ids from outside. */
final class ModelIds {
    private ModelIds() {}

    /** The workload, or empty for an id that is blank, too long or holds what no model id holds. */
    static Optional<Workload> findWorkload(Pipeline pipeline, String modelId) {
        boolean sound = !modelId.isBlank()
                && modelId.codePointCount(0, modelId.length()) <= Workload.MAX_MODEL_ID
                && modelId.codePoints().noneMatch(ModelIds::isForeign);
        return sound ? Optional.of(new Workload(pipeline, modelId)) : Optional.empty();
    }

    private static boolean isForeign(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
