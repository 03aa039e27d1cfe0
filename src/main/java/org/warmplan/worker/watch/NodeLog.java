package org.warmplan.worker.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What go-livepeer's log tells since its last start. Every line that tells of a start makes it forget what was before. */
final class NodeLog {
    private final Map<String, SeenContainer> containers = new LinkedHashMap<>();
    private final List<Evidence> prices = new ArrayList<>();
    private @Nullable Evidence started;
    private @Nullable Evidence serving;
    private @Nullable Evidence last;
    private @Nullable Instant reach;
    private @Nullable Boolean orchestrates;
    private NodeEvent.@Nullable Failed mistake;
    private @Nullable Evidence end;
    private @Nullable Evidence conflict;
    private @Nullable Pull pull;
    private @Nullable SeenContainer newest;
    private @Nullable String restarting;
    private int failedStarts;
    private @Nullable Evidence lastFailedStart;

    /** An image that is being pulled, or could not be. */
    record Pull(
            String pipeline,
            String modelId,
            Evidence evidence,
            @Nullable Cause failure) {}

    void add(NodeEvent event, Evidence evidence) {
        // A log without the first words of a start: whatever ended has begun again, if it starts a container.
        if (event instanceof NodeEvent.Started || (end != null && begins(event))) {
            failedStarts += mistake == null ? 0 : 1;
            lastFailedStart = mistake == null ? lastFailedStart : end;
            forget();
            started = evidence;
        }
        last = evidence;
        if (!addOfContainer(event, evidence)) {
            addOfNode(event, evidence);
        }
    }

    /** Told of the time of every line, so that it is known how far the log goes. */
    void goesTo(Instant at) {
        reach = reach == null || reach.isBefore(at) ? at : reach;
    }

    private static boolean begins(NodeEvent event) {
        return event instanceof NodeEvent.Starting || event instanceof NodeEvent.PullingImage;
    }

    private void forget() {
        containers.clear();
        prices.clear();
        serving = null;
        orchestrates = null;
        mistake = null;
        end = null;
        conflict = null;
        pull = null;
        newest = null;
        restarting = null;
    }

    private void addOfNode(NodeEvent event, Evidence evidence) {
        if (event instanceof NodeEvent.Serving serves) {
            serving = evidence;
            failedStarts = 0;
            lastFailedStart = null;
            orchestrates = serves.findOrchestrates().orElse(orchestrates);
            pull = null;
        } else if (event instanceof NodeEvent.Ended) {
            end = end == null ? evidence : end;
        } else if (event instanceof NodeEvent.Failed failed) {
            ends(failed, evidence);
        } else if (event instanceof NodeEvent.WarmingFailed failed) {
            warmingFailed(failed, evidence);
        } else if (event instanceof NodeEvent.WarmConflict) {
            conflict = evidence;
        } else if (event instanceof NodeEvent.PriceDefaulted) {
            prices.add(evidence);
        } else if (event instanceof NodeEvent.PullingImage pulling) {
            pull = new Pull(pulling.pipeline(), pulling.modelId(), evidence, null);
        } else if (event instanceof NodeEvent.PullProgress && pull != null) {
            pull = new Pull(pull.pipeline, pull.modelId, evidence, pull.failure);
        } else if (event instanceof NodeEvent.ImageUnavailable unavailable) {
            pull = new Pull(
                    unavailable.pipeline(), "", evidence, unavailable.reason().cause());
        }
    }

    private boolean addOfContainer(NodeEvent event, Evidence evidence) {
        if (event instanceof NodeEvent.Starting starting) {
            start(starting, evidence);
        } else if (event instanceof NodeEvent.Answered) {
            if (newest != null && newest.phase() == SeenContainer.Phase.STARTING) {
                newest.becomes(SeenContainer.Phase.READY, evidence);
            }
        } else if (event instanceof NodeEvent.Watching watching) {
            SeenContainer container = of(watching.container(), evidence);
            if (container.phase() != SeenContainer.Phase.LOADING) {
                container.becomes(SeenContainer.Phase.READY, evidence);
            }
        } else if (event instanceof NodeEvent.Loading loading) {
            of(loading.container(), evidence).becomes(SeenContainer.Phase.LOADING, evidence);
        } else if (event instanceof NodeEvent.Idle idle) {
            of(idle.container(), evidence).becomes(SeenContainer.Phase.READY, evidence);
        } else if (event instanceof NodeEvent.Failing failing) {
            of(failing.container(), evidence).fails(failing.cause(), evidence);
        } else if (event instanceof NodeEvent.Removing removing) {
            of(removing.container(), evidence).removed(end == null ? Cause.CONTAINER_GONE : Cause.NODE_ENDED, evidence);
        } else if (event instanceof NodeEvent.Restarting again) {
            restarting = again.container();
        } else if (event instanceof NodeEvent.RestartFailed failed) {
            restartFailed(failed, evidence);
        } else {
            return false;
        }
        return true;
    }

    private void start(NodeEvent.Starting starting, Evidence evidence) {
        SeenContainer former = restarting == null ? null : containers.get(restarting);
        SeenContainer container =
                new SeenContainer(starting.container(), starting.modelId(), SeenContainer.Phase.STARTING, evidence);
        if (former != null && (former.modelId().isEmpty() || former.modelId().equals(starting.modelId()))) {
            container.follows(former);
            containers.remove(former.name());
        }
        containers.put(container.name(), container);
        newest = container;
        restarting = null;
        pull = null;
    }

    private void restartFailed(NodeEvent.RestartFailed failed, Evidence evidence) {
        // The new container may have had another name, when another card was free.
        SeenContainer container = newest != null && newest.phase() == SeenContainer.Phase.STARTING
                ? newest
                : of(failed.container(), evidence);
        // Only at the start are too many asked for. Later the slot was lost (ai/worker/docker.go:240-245, 566-577).
        Cause cause = failed.reason() == Reason.CAPACITY
                ? Cause.SLOT_TAKEN
                : failed.reason().cause();
        container.abandoned(cause, evidence);
        restarting = null;
    }

    private void warmingFailed(NodeEvent.WarmingFailed failed, Evidence evidence) {
        Cause cause = failed.reason().cause();
        if (cause == Cause.CONFLICT) {
            conflict = evidence;
        } else if (newest != null
                && newest.phase() == SeenContainer.Phase.STARTING
                && newest.name().startsWith(failed.pipeline() + "_")) {
            newest.fails(cause, evidence);
        }
        ends(new NodeEvent.Failed(cause, failed.pipeline(), null, failed.words()), evidence);
    }

    /** The first mistake is the one that counts: what follows it are its effects. */
    private void ends(NodeEvent.Failed failed, Evidence evidence) {
        if (mistake == null) {
            mistake = failed;
            end = evidence;
        }
    }

    private SeenContainer of(String name, Evidence evidence) {
        return containers.computeIfAbsent(name, n -> new SeenContainer(n, "", SeenContainer.Phase.STARTING, evidence));
    }

    boolean isEmpty() {
        return last == null;
    }

    Optional<SeenContainer> findContainer(String name) {
        return Optional.ofNullable(containers.get(name));
    }

    /** In the order in which they were started. */
    List<SeenContainer> containers() {
        return List.copyOf(containers.values());
    }

    @Nullable
    Evidence started() {
        return started;
    }

    @Nullable
    Evidence serving() {
        return serving;
    }

    /** How many starts in a row before this one ended with a mistake; 0 once it serves. */
    int failedStarts() {
        return failedStarts;
    }

    /** Where the last of them ended. */
    @Nullable
    Evidence lastFailedStart() {
        return lastFailedStart;
    }

    /** When its newest line was written, by a clock whose time zone may not be known. */
    Optional<Instant> findReach() {
        return Optional.ofNullable(reach);
    }

    /** How long it has run at least, by the clock of the log, whose time zone is not known; empty when it does not tell. */
    Optional<Duration> findSpan() {
        Instant begin = started == null ? null : started.at();
        return begin == null || reach == null ? Optional.empty() : Optional.of(Duration.between(begin, reach));
    }

    /** Whether it is an orchestrator, with or without a worker in it; null when it does not tell. */
    @Nullable
    Boolean orchestrates() {
        return orchestrates;
    }

    /** Whether it holds nothing but the table of settings, which alone goes to standard output. */
    boolean isTableOnly() {
        return reach == null && last != null && last.equals(started);
    }

    @Nullable
    Evidence last() {
        return last;
    }

    NodeEvent.@Nullable Failed mistake() {
        return mistake;
    }

    /** Where it ended; null while it runs. */
    @Nullable
    Evidence end() {
        return end;
    }

    /** Where it says that there are more warm containers than slots. */
    @Nullable
    Evidence conflict() {
        return conflict;
    }

    @Nullable
    Pull pull() {
        return pull;
    }

    List<Evidence> prices() {
        return List.copyOf(prices);
    }
}
