package org.warmplan.worker;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Workload;

/** What must hold of the wishes for a new file before it is written. */
final class DraftRules {
    private final Set<Workload> warm = new HashSet<>();
    private final Set<Workload> cold = new HashSet<>();
    private final Set<Workload> removed;

    private DraftRules(Set<Workload> removed) {
        this.removed = removed;
    }

    static void require(AiModelsFile current, List<Wanted> warm, List<Wanted> cold, Set<Workload> removed) {
        DraftRules rules = new DraftRules(removed);
        warm.forEach(w -> rules.warm.add(w.workload()));
        cold.forEach(w -> rules.addCold(w.workload()));
        for (Workload workload : removed) {
            if (rules.warm.contains(workload) || rules.cold.contains(workload)) {
                throw new IllegalArgumentException("The workload " + workload + " is wanted and removed.");
            }
        }
        for (AiModel entry : current.entries()) {
            if (entry.isManaged()) {
                rules.requireManaged(current.name(), entry);
            } else if (CapabilityNames.find(entry.pipeline()).isEmpty()) {
                throw unusable(current.name(), entry);
            } else {
                entry.findWorkload().ifPresent(w -> rules.requireSameWarmth(entry, w));
            }
        }
    }

    private void addCold(Workload workload) {
        if (!cold.add(workload)) {
            throw new IllegalArgumentException("The workload " + workload + " is listed cold twice.");
        }
        if (warm.contains(workload)) {
            throw new IllegalArgumentException(
                    "The workload " + workload + " is wanted warm and cold, which would stop the node.");
        }
    }

    private void requireManaged(String file, AiModel entry) {
        Workload workload = entry.findWorkload().orElseThrow(() -> unusable(file, entry));
        if (!warm.contains(workload) && !cold.contains(workload) && !removed.contains(workload)) {
            throw new IllegalArgumentException(
                    "The entry %s of %s is neither wanted nor removed.".formatted(entry, file));
        }
    }

    private static InputException unusable(String file, AiModel entry) {
        return new InputException(
                ("%s: [%d] is for pipeline \"%s\" and model \"%s\", which cannot be planned. Maybe spell the pipeline like"
                                + " text-to-image, name the model, or remove the entry.")
                        .formatted(file, entry.index(), entry.pipeline(), entry.modelId()));
    }

    private void requireSameWarmth(AiModel external, Workload workload) {
        if (external.warm() ? cold.contains(workload) : warm.contains(workload)) {
            throw new IllegalArgumentException(
                    "The workload %s must be as warm as its entry with a url, %s, or the node would not start."
                            .formatted(workload, external));
        }
    }
}
