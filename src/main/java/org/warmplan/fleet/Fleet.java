package org.warmplan.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;

/**
 * What the operator owns and wants.
 *
 * @param orchestrator the on-chain address, null when it was not given
 * @param orchestratorAiModels the price file of the orchestrator of all remote workers, null when there is none
 * @param workers at least one, by name unique
 * @param overrides own figures, at most one per workload and card
 * @param prices own prices, at most one per workload
 * @param metrics the operator's own Prometheus, null when there is none
 * @param issues what is odd about the file but can be planned with
 */
public record Fleet(
        @Nullable Address orchestrator,
        @Nullable Path orchestratorAiModels,
        List<FleetWorker> workers,
        List<Pin> pins,
        List<FigureOverride> overrides,
        List<OwnPrice> prices,
        @Nullable URI metrics,
        List<DataIssue> issues) {
    public Fleet {
        workers = List.copyOf(workers);
        pins = List.copyOf(pins);
        overrides = List.copyOf(overrides);
        prices = List.copyOf(prices);
        issues = List.copyOf(issues);
        if (workers.isEmpty()) {
            throw new IllegalArgumentException("The fleet must have a worker.");
        }
    }

    /** The workers of the one split orchestrator, in the order of the file. */
    public List<FleetWorker> remoteWorkers() {
        return workers.stream().filter(FleetWorker::isRemote).toList();
    }

    /** Containers that the whole fleet can run at once. */
    public int slots() {
        return workers.stream().mapToInt(FleetWorker::slots).sum();
    }

    public Optional<FleetWorker> findWorker(String name) {
        return workers.stream().filter(w -> w.name().equals(name)).findFirst();
    }
}
