package org.warmplan.worker;

import java.util.List;
import java.util.Set;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Workload;

/**
 * A new aiModels.json that puts a plan onto a worker and keeps what the operator wrote.
 *
 * @param issues what the change costs that the plan did not ask for
 */
public record AiModelsDraft(AiModelsFile file, List<DataIssue> issues) {
    public AiModelsDraft {
        issues = List.copyOf(issues);
    }

    /**
     * Writes the file: warm entries in slot order, because order is placement; then cold ones, those of {@code current}
     * in their order first; then entries with a url, untouched. Entries of {@code current} are used again with all
     * their members; only {@code warm}, {@code capacity}, a missing price and a missing {@code pixels_per_unit} are
     * set. A batch workload has one entry per container, since more containers of one entry do not serve more requests
     * at once; consecutive containers of a live workload share an entry unless {@code current} keeps them apart.
     *
     * @param current what the worker runs today; {@link AiModelsFile#none} when there is nothing yet
     * @param warm one for each container, in the worker's slot order
     * @param cold what to offer cold, each once
     * @param removed workloads whose managed entries are dropped
     * @throws InputException when a managed entry of {@code current} is no workload
     * @throws IllegalArgumentException when the lists contradict each other or an entry with a url, or leave out a
     *     managed entry of {@code current}
     */
    public static AiModelsDraft of(AiModelsFile current, List<Wanted> warm, List<Wanted> cold, Set<Workload> removed) {
        DraftRules.require(current, warm, cold, removed);
        return new DraftRun(current, warm, cold).run();
    }
}
