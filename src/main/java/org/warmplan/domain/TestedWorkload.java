package org.warmplan.domain;

import java.time.Instant;
import java.util.List;

/**
 * A workload that the job tester runs: whoever has it warm gets a little sure traffic.
 *
 * @param regions where tests run from, sorted; may be empty
 */
public record TestedWorkload(Instant seenAt, Workload workload, List<String> regions) implements Observation {
    public TestedWorkload {
        regions = List.copyOf(regions);
    }
}
