package org.warmplan.explain;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Fit;
import org.warmplan.value.ValuedWorkload;

/**
 * A plan with its reasons.
 *
 * @param experiment the flag that is tried, null for none
 * @param fits how each workload fits each class of card, by class id
 */
public record Explanation(
        Choice choice,
        List<WorkerPlan> workers,
        List<Change> changes,
        @Nullable Experiment experiment,
        SortedMap<Workload, ValuedWorkload> valued,
        SortedMap<Workload, SortedMap<String, Fit>> fits) {
    public Explanation {
        workers = List.copyOf(workers);
        changes = List.copyOf(changes);
    }

    /** The same with a flag to try. */
    public Explanation with(@Nullable Experiment tried) {
        return new Explanation(choice, workers, changes, tried, valued, fits);
    }

    /** Whether anything but order would change on a worker. */
    public boolean changes(String worker) {
        return changes.stream().anyMatch(c -> c.worker().equals(worker) && c.kind() != Change.Kind.KEPT);
    }

    /** Whether anything changes at all. */
    public boolean changesAnything() {
        return changes.stream().anyMatch(c -> c.kind() != Change.Kind.KEPT);
    }
}
