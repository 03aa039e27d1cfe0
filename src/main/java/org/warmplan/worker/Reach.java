package org.warmplan.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.warmplan.domain.Pipeline;
import org.warmplan.fleet.ContainerName;
import org.warmplan.fleet.Role;

/**
 * Which entries of a started node a job can reach: go-livepeer {@code ai/worker/worker.go:722-736} (an external
 * container first), {@code ai/worker/docker.go:223-249,536-558} (else one of the worker's own, started if a slot is
 * free) at 176aa415. Jobs name the pipeline in lower case.
 */
final class Reach {
    private final AiModelsFile file;
    private final WorkerSetup setup;
    private final List<Slot> free;
    /** Labels of entries with a url. */
    private final Set<String> external;
    /** Labels of entries with a container. */
    private final Set<String> contained;

    Reach(AiModelsFile file, WorkerSetup setup, List<Placement> placements) {
        List<Slot> slots = setup.slots();
        this.file = file;
        this.setup = setup;
        this.free = slots.subList(placements.size(), slots.size());
        this.external = file.entries().stream()
                .filter(entry -> !entry.isManaged())
                .map(AiModel::label)
                .collect(Collectors.toSet());
        this.contained =
                placements.stream().map(placement -> placement.entry().label()).collect(Collectors.toSet());
    }

    List<NeverServed> neverServed() {
        List<NeverServed> all = new ArrayList<>();
        for (AiModel entry : file.entries()) {
            findReason(entry).ifPresent(reason -> all.add(new NeverServed(entry, reason)));
        }
        return all;
    }

    private Optional<NeverServed.Reason> findReason(AiModel entry) {
        Optional<Pipeline> pipeline = CapabilityNames.findJobPipeline(entry.pipeline());
        if (pipeline.isEmpty()) {
            return Optional.of(NeverServed.Reason.NO_AI_PIPELINE);
        }
        if (setup.role() == Role.REMOTE && pipeline.get().isLive()) {
            return Optional.of(NeverServed.Reason.LIVE_ON_REMOTE);
        }
        if (!entry.isManaged()) {
            return entry.pipeline().equals(pipeline.get().slug())
                    ? Optional.empty()
                    : Optional.of(NeverServed.Reason.SPELLING);
        }
        if (external.contains(label(pipeline.get(), entry))) {
            return Optional.of(NeverServed.Reason.EXTERNAL_ANSWERS);
        }
        return contained.contains(label(pipeline.get(), entry))
                ? Optional.empty()
                : findObstacle(pipeline.get(), entry.modelId());
    }

    /** Why its container cannot be started when a job comes: every try takes the first free slot and fails the same. */
    private Optional<NeverServed.Reason> findObstacle(Pipeline pipeline, String modelId) {
        if (free.isEmpty()) {
            return Optional.of(NeverServed.Reason.NO_FREE_SLOT);
        }
        if (!setup.trusting() && setup.images().find(pipeline.slug(), modelId).isEmpty()) {
            return Optional.of(NeverServed.Reason.NO_IMAGE);
        }
        String port = HostPort.of(pipeline, free.get(0));
        if (!HostPort.exists(port)) {
            return Optional.of(NeverServed.Reason.NO_PORT);
        }
        return ContainerName.isTaken(ContainerName.of(pipeline, modelId, port))
                ? Optional.empty()
                : Optional.of(NeverServed.Reason.NO_CONTAINER_NAME);
    }

    private static String label(Pipeline pipeline, AiModel entry) {
        return pipeline.slug() + "/" + entry.modelId();
    }
}
