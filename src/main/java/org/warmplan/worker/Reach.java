package org.warmplan.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmplan.domain.Pipeline;
import org.warmplan.fleet.Role;

/**
 * Which entries of a started node a job can reach: go-livepeer {@code ai/worker/worker.go:722-736} (an external
 * container first), {@code ai/worker/docker.go:223-249,536-558} (else one of the worker's own, started if a slot is
 * free) at 176aa415. Jobs name the pipeline in lower case.
 */
final class Reach {
    private final AiModelsFile file;
    private final Role role;
    private final List<Placement> placements;
    private final int slots;

    Reach(AiModelsFile file, Role role, List<Placement> placements, int slots) {
        this.file = file;
        this.role = role;
        this.placements = placements;
        this.slots = slots;
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
        if (role == Role.REMOTE && pipeline.get().isLive()) {
            return Optional.of(NeverServed.Reason.LIVE_ON_REMOTE);
        }
        if (!entry.isManaged()) {
            return entry.pipeline().equals(pipeline.get().slug())
                    ? Optional.empty()
                    : Optional.of(NeverServed.Reason.SPELLING);
        }
        if (hasExternal(pipeline.get(), entry.modelId())) {
            return Optional.of(NeverServed.Reason.EXTERNAL_ANSWERS);
        }
        return placements.size() < slots || hasContainer(pipeline.get(), entry.modelId())
                ? Optional.empty()
                : Optional.of(NeverServed.Reason.NO_FREE_SLOT);
    }

    private boolean hasExternal(Pipeline pipeline, String modelId) {
        return file.entries().stream()
                .anyMatch(e -> !e.isManaged()
                        && e.pipeline().equals(pipeline.slug())
                        && e.modelId().equals(modelId));
    }

    private boolean hasContainer(Pipeline pipeline, String modelId) {
        return placements.stream()
                .map(Placement::entry)
                .anyMatch(
                        e -> e.pipeline().equals(pipeline.slug()) && e.modelId().equals(modelId));
    }
}
