package org.warmplan.fleet;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;
import org.warmplan.files.Fields;

/** Reads the field {@code workload}: pipeline and model in one. */
final class WorkloadField {
    private static final String PIPELINES =
            Arrays.stream(Pipeline.values()).map(Pipeline::slug).collect(Collectors.joining(", "));

    private WorkloadField() {}

    static Workload read(Fields fields) {
        String id = fields.text("workload");
        return Workload.find(id)
                .orElseThrow(() -> fields.wrong(
                        "workload",
                        "is \"" + id + "\", not a known pipeline, a slash and a model id",
                        "write it like text-to-image/ByteDance/SDXL-Lightning; the pipelines are " + PIPELINES));
    }
}
