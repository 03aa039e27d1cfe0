package org.warmplan.collect.naap;

import java.util.Optional;
import org.warmplan.collect.answer.Payload;
import org.warmplan.collect.answer.WorkloadNames;
import org.warmplan.domain.Workload;

/** Names in rows. */
final class Names {
    private static final int MOST = 500;

    private Names() {}

    /** The workload of a row; what names no pipeline of ours, like a container someone brought, is left out quietly. */
    static Optional<Workload> findWorkload(Payload row, String pipeline, String model) {
        return findWorkload(row, pipeline, row, model);
    }

    /** Like {@link #findWorkload(Payload, String, String)}, for a model in a row of its own under its pipeline. */
    static Optional<Workload> findWorkload(Payload above, String pipeline, Payload row, String model) {
        if (above.plain(pipeline).isBlank()) {
            above.at(pipeline).odd("pipelineMissing", "A row that names no pipeline was left out.");
            return Optional.empty();
        }
        return WorkloadNames.findWorkload(above, pipeline, row, model);
    }

    /** The name in a field, empty when there is none; one too long for a name is read as none. */
    static String of(Payload row, String field) {
        String name = row.text(field);
        if (name.length() > MOST) {
            row.at(field).odd("nameInvalid", "A name of more than " + MOST + " characters was read as none.");
            return "";
        }
        return name;
    }
}
