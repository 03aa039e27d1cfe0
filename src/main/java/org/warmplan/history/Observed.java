package org.warmplan.history;

import java.util.List;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Observation;

/**
 * What history tells about a window.
 *
 * @param inputs the snapshots that could be read, oldest first
 * @param observations what they say, oldest first; those of one snapshot in its order
 * @param issues what was odd in them, and which snapshots could not be read
 */
public record Observed(List<InputSnapshot> inputs, List<Observation> observations, List<DataIssue> issues) {
    public Observed {
        inputs = List.copyOf(inputs);
        observations = List.copyOf(observations);
        issues = List.copyOf(issues);
    }
}
