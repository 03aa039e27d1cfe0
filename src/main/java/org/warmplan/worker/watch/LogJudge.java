package org.warmplan.worker.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the logs say of a slot. */
final class LogJudge {
    /** The longest go-livepeer waits for a container, {@code ai/worker/docker.go:36} at 176aa415, and time to say so. */
    static final Duration LONGEST_LOAD = Duration.ofMinutes(5).plusSeconds(30);

    /** How long after its last restart a container counts as settled. */
    static final Duration SETTLED = Duration.ofMinutes(10);

    private static final int LOOP = 2;

    private final Sightings sightings;
    private final List<PlannedSlot> all;
    private final @Nullable NodeLog node;

    LogJudge(Sightings sightings, List<PlannedSlot> all) {
        this.sightings = sightings;
        this.all = all;
        this.node = sightings.findNode().orElse(null);
    }

    Finding of(PlannedSlot slot) {
        @Nullable RunnerLog runner = sightings.findRunner(slot, all).orElse(null);
        if (node == null) {
            return runner == null ? Finding.NOTHING : RunnerJudge.of(runner);
        }
        @Nullable SeenContainer container = ownContainer(node, slot);
        Evidence end = node.end();
        if (end != null) {
            return ofEnded(node, end, slot, container, runner);
        }
        Evidence conflict = node.conflict();
        if (conflict != null && (container == null || !container.holdsItsPlace())) {
            return Finding.lost(Cause.CONFLICT, List.of(conflict));
        }
        return container == null ? ofUnstarted(node, slot, runner) : ofContainer(container, runner);
    }

    private static @Nullable SeenContainer ownContainer(NodeLog node, PlannedSlot slot) {
        return node.findContainer(slot.containerName())
                .filter(c -> c.modelId().isEmpty()
                        || c.modelId().equals(slot.workload().modelId()))
                .orElse(null);
    }

    private Finding ofEnded(
            NodeLog log,
            Evidence end,
            PlannedSlot slot,
            @Nullable SeenContainer container,
            @Nullable RunnerLog runner) {
        List<Evidence> evidence = new ArrayList<>(container == null ? List.of() : container.evidence());
        evidence.remove(end);
        evidence.add(end);
        if (container != null && container.phase() == SeenContainer.Phase.FAILED && container.cause() != null) {
            return RunnerJudge.told(Finding.lost(container.cause(), evidence), runner);
        }
        NodeEvent.Failed mistake = log.mistake();
        if (mistake == null) {
            return Finding.lost(Cause.NODE_ENDED, evidence);
        }
        return Finding.lost(isAbout(mistake, log, slot, container) ? mistake.cause() : Cause.NODE_ENDED, evidence);
    }

    /** Whether a mistake is this slot's own: it names it, or its pipeline and this one's turn was next, or it is everyone's. */
    private boolean isAbout(
            NodeEvent.Failed mistake, NodeLog log, PlannedSlot slot, @Nullable SeenContainer container) {
        if (mistake.modelId() != null) {
            return mistake.modelId().equals(slot.workload().modelId()) && isOf(mistake.pipeline(), slot);
        }
        if (mistake.pipeline() == null || mistake.cause() == Cause.CONFLICT) {
            return true;
        }
        return container == null
                && isOf(mistake.pipeline(), slot)
                && all.stream()
                        .filter(s -> isOf(mistake.pipeline(), s) && ownContainer(log, s) == null)
                        .findFirst()
                        .filter(slot::equals)
                        .isPresent();
    }

    private static boolean isOf(@Nullable String pipeline, PlannedSlot slot) {
        return pipeline == null || pipeline.equals(slot.workload().pipeline().slug());
    }

    private Finding ofUnstarted(NodeLog log, PlannedSlot slot, @Nullable RunnerLog runner) {
        Optional<SeenContainer> other = log.containers().stream()
                .filter(c -> c.holdsItsPlace() && isAt(c.name(), slot))
                .findFirst();
        if (other.isPresent()) {
            return Finding.notWarm(Cause.OTHER_MODEL, other.get().evidence());
        }
        Optional<SeenContainer> elsewhere = log.containers().stream()
                .filter(c -> c.holdsItsPlace() && c.name().startsWith(slot.namePrefix()))
                .filter(c -> all.stream().noneMatch(s -> s.containerName().equals(c.name())))
                .findFirst();
        if (elsewhere.isPresent()) {
            return Finding.notWarm(Cause.OTHER_CARD, elsewhere.get().evidence());
        }
        if (log.serving() != null && log.started() != null) {
            return Finding.lost(Cause.NEVER_STARTED, List.of(log.serving()));
        }
        if (log.serving() != null || log.started() == null) {
            return runner == null ? ofPull(log, slot) : RunnerJudge.of(runner);
        }
        Finding pull = ofPull(log, slot);
        return pull.saysNothing() ? ofTurn(log, log.started()) : pull;
    }

    private static Finding ofTurn(NodeLog log, Evidence started) {
        List<SeenContainer> before = log.containers();
        return before.isEmpty()
                ? Finding.loading(Cause.NODE_STARTING, List.of(started))
                : Finding.loading(
                        Cause.WAITING_TURN,
                        List.of(before.get(before.size() - 1).last()));
    }

    private static Finding ofPull(NodeLog log, PlannedSlot slot) {
        NodeLog.Pull pull = log.pull();
        if (pull == null) {
            return Finding.NOTHING;
        }
        boolean own = pull.pipeline().equals(slot.workload().pipeline().slug())
                && (pull.modelId().isEmpty()
                        || pull.modelId().equals(slot.workload().modelId()));
        if (own && pull.failure() != null) {
            return Finding.notWarm(
                    pull.failure() == Cause.START_FAILED ? Cause.IMAGE_MISSING : pull.failure(),
                    List.of(pull.evidence()));
        }
        return Finding.loading(own ? Cause.PULLING_IMAGE : Cause.WAITING_TURN, List.of(pull.evidence()));
    }

    private static boolean isAt(String container, PlannedSlot slot) {
        int underscore = container.lastIndexOf('_');
        return underscore >= 0
                && container.length() > underscore + 3
                && container.substring(underscore + 3).equals(slot.place());
    }

    private Finding ofContainer(SeenContainer container, @Nullable RunnerLog runner) {
        List<Evidence> evidence = container.evidence();
        Cause cause = container.cause();
        if (cause != null) {
            Finding failed = container.isAbandoned() ? Finding.lost(cause, evidence) : Finding.notWarm(cause, evidence);
            return RunnerJudge.told(failed, runner);
        }
        if (container.restarts() >= LOOP && isRecent(container.restarted())) {
            List<Evidence> all = new ArrayList<>(evidence);
            return RunnerJudge.told(Finding.notWarm(Cause.RESTART_LOOP, all), runner);
        }
        if (container.phase() == SeenContainer.Phase.READY) {
            return ofReady(Finding.warm(evidence), runner);
        }
        if (isOverdue(container.last()) && container.phase() == SeenContainer.Phase.STARTING) {
            return RunnerJudge.told(Finding.notWarm(Cause.LOAD_TOO_LONG, evidence), runner);
        }
        Finding loading = Finding.loading(container.restarts() > 0 ? Cause.RELOADING : Cause.MODEL_LOADING, evidence);
        return runner == null ? loading : ofLoading(loading, runner);
    }

    /** The runner's own log goes on where go-livepeer's has said that it answered. */
    private Finding ofReady(Finding ready, @Nullable RunnerLog runner) {
        if (runner == null) {
            return ready;
        }
        return switch (runner.phase()) {
            case SILENT, UP -> ready.and(runner.evidence());
            case FAILED, STOPPED, STARTING, LOADING, DOWNLOADING -> {
                Finding later = RunnerJudge.of(runner);
                yield new Finding(later.state(), later.cause(), false, ready.evidence()).and(later.evidence());
            }
        };
    }

    private Finding ofLoading(Finding loading, RunnerLog runner) {
        return switch (runner.phase()) {
            case FAILED ->
                Finding.notWarm(runner.cause() == null ? Cause.RUNNER_ERROR : runner.cause(), loading.evidence())
                        .and(runner.evidence());
            case DOWNLOADING -> loading.withCause(Cause.DOWNLOADING).and(runner.evidence());
            default -> loading.and(runner.evidence());
        };
    }

    private boolean isRecent(@Nullable Evidence evidence) {
        Instant at = evidence == null ? null : evidence.at();
        return at == null || Duration.between(at, sightings.now()).compareTo(SETTLED) < 0;
    }

    private boolean isOverdue(Evidence evidence) {
        Instant at = evidence.at();
        return evidence.exact()
                && at != null
                && Duration.between(at, sightings.now()).compareTo(LONGEST_LOAD) > 0;
    }
}
