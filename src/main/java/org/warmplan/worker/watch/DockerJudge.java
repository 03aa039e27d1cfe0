package org.warmplan.worker.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What docker's list of containers says of a slot, with what the container's own log adds. */
final class DockerJudge {
    /** Docker starts a container that ended with an error up to 3 times ({@code ai/worker/docker.go:429-432} at 176aa415). */
    private static final int LOOP = 2;

    /** How long a container must have run before its log can be trusted to be that of this try. */
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final Sightings sightings;
    private final List<PlannedSlot> all;

    DockerJudge(Sightings sightings, List<PlannedSlot> all) {
        this.sightings = sightings;
        this.all = all;
    }

    Finding of(PlannedSlot slot) {
        List<DockerContainer> containers = sightings.containers();
        if (containers == null) {
            return Finding.NOTHING;
        }
        Optional<DockerContainer> own = sightings.findContainer(slot);
        if (own.isEmpty()) {
            return ofMissing(containers, slot);
        }
        DockerContainer container = own.get();
        if (!container.isFor(slot)) {
            return Finding.notWarm(Cause.OTHER_MODEL, List.of(evidence(container)));
        }
        @Nullable RunnerLog runner = sightings.findRunner(slot, all).orElse(null);
        return container.running() ? ofRunning(container, runner) : ofStopped(container, runner);
    }

    private Finding ofMissing(List<DockerContainer> containers, PlannedSlot slot) {
        for (DockerContainer other : containers) {
            if (other.running() && other.place().equals(slot.place())) {
                return Finding.notWarm(Cause.OTHER_MODEL, List.of(evidence(other)));
            }
        }
        for (DockerContainer other : containers) {
            if (other.running()
                    && other.isFor(slot)
                    && all.stream().noneMatch(s -> s.containerName().equals(other.name()))) {
                return Finding.notWarm(Cause.OTHER_CARD, List.of(evidence(other)));
            }
        }
        return Finding.notWarm(
                Cause.CONTAINER_GONE,
                List.of(Evidence.ofDocker(null, "no container is called " + slot.containerName())));
    }

    private static Finding ofStopped(DockerContainer container, @Nullable RunnerLog runner) {
        List<Evidence> evidence = List.of(evidence(container));
        if (container.outOfMemory()) {
            return Finding.notWarm(Cause.OUT_OF_HOST_MEMORY, evidence);
        }
        if (container.restarting()) {
            return RunnerJudge.told(Finding.notWarm(Cause.RESTART_LOOP, evidence), runner);
        }
        return container.status().equals("created")
                ? Finding.loading(Cause.MODEL_LOADING, evidence)
                : RunnerJudge.told(Finding.notWarm(Cause.CONTAINER_STOPPED, evidence), runner);
    }

    private Finding ofRunning(DockerContainer container, @Nullable RunnerLog runner) {
        List<Evidence> evidence = List.of(evidence(container));
        if (container.unhealthy()) {
            return RunnerJudge.told(Finding.notWarm(Cause.RUNNER_ERROR, evidence), runner);
        }
        Duration age = age(container);
        if (container.restarts() >= LOOP && age.compareTo(LogJudge.SETTLED) < 0) {
            return RunnerJudge.told(Finding.notWarm(Cause.RESTART_LOOP, evidence), runner);
        }
        if (age.compareTo(A_WHILE) < 0) {
            return Finding.loading(container.restarts() > 0 ? Cause.RELOADING : Cause.MODEL_LOADING, evidence);
        }
        Finding said = runner == null ? Finding.NOTHING : RunnerJudge.of(runner);
        if (said.saysNothing()) {
            return Finding.unknown(Cause.READINESS_UNSEEN, evidence);
        }
        if (said.state() == WarmState.LOADING && age.compareTo(LogJudge.LONGEST_LOAD) > 0) {
            said = RunnerJudge.told(Finding.notWarm(Cause.LOAD_TOO_LONG, said.evidence()), runner);
        }
        return new Finding(said.state(), said.cause(), false, evidence).and(said.evidence());
    }

    private Duration age(DockerContainer container) {
        Instant started = container.startedAt();
        return started == null ? Duration.ZERO : Duration.between(started, sightings.now());
    }

    private static Evidence evidence(DockerContainer container) {
        return Evidence.ofDocker(container.startedAt(), container.words());
    }
}
