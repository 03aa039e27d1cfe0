package org.warmplan.worker.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.warmplan.domain.Workload;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsFile;

/** A remote worker's file against those of the other workers and of the orchestrator. */
public final class SplitLints {
    private SplitLints() {}

    /**
     * The findings about {@code file}.
     *
     * @param others the files of the other remote workers of the same orchestrator, by worker
     */
    public static List<Lint> ofWorker(AiModelsFile file, SortedMap<String, AiModelsFile> others) {
        List<Lint> lints = new ArrayList<>();
        others.forEach((name, other) -> {
            Map<String, Boolean> warmth = other.entries().stream()
                    .collect(Collectors.toMap(AiModel::label, AiModel::warm, (first, later) -> first));
            for (AiModel entry : file.entries()) {
                if (warmth.getOrDefault(entry.label(), entry.warm()) != entry.warm()) {
                    lints.add(Lint.of(
                            LintCode.WARMTH_DIFFERS,
                            entry,
                            "warm",
                            entry.warm(),
                            "%s is %s on %s, and the flag of whichever connects first stands for both"
                                    .formatted(entry.label(), entry.warm() ? "cold" : "warm", name)));
                }
            }
        });
        return lints;
    }

    /** What the orchestrator's file does not price of what a worker lists. */
    public static List<Lint> ofPrices(AiModelsFile file, AiModelsFile orchestrator) {
        List<Lint> lints = new ArrayList<>();
        Set<Workload> priced = orchestrator.listedForEveryGateway();
        for (AiModel entry : file.entries()) {
            entry.findWorkload()
                    .filter(workload -> priced.add(workload))
                    .ifPresent(workload -> lints.add(Lint.of(
                            LintCode.ORCHESTRATOR_PRICE_MISSING,
                            entry,
                            "model_id",
                            entry.modelId(),
                            "%s has no entry for every gateway in %s, so the price for transcoding is asked, or nothing"
                                    .formatted(workload, orchestrator.name()))));
        }
        return lints;
    }
}
