package org.warmplan.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.files.Visible;

/** A workload in two parts, so that the model's name can stand out. */
record ShownWorkload(String pipeline, String model) {
    private static final int BRIEF = 40;

    static ShownWorkload of(Workload workload) {
        return new ShownWorkload(workload.pipeline().slug(), Visible.of(workload.modelId()));
    }

    static @Nullable ShownWorkload find(@Nullable Workload workload) {
        return workload == null ? null : of(workload);
    }

    /** The model id cut where a line may best end. */
    List<String> pieces() {
        return List.of(model.split("(?<=[/_-])"));
    }

    /** The part of the model id after its owner, at most {@value #BRIEF} characters of it. */
    String brief() {
        return Visible.brief(model.substring(model.lastIndexOf('/', model.length() - 2) + 1), BRIEF);
    }
}
