package org.warmplan.worker.watch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What go-livepeer itself logs. {@code container} is a container's name. */
sealed interface NodeEvent extends LogEvent {
    /** Its first words: the table of its settings, or the network it runs on. */
    record Started(String words) implements NodeEvent {}

    /** It has warmed all it was to warm, and serves. */
    record Serving(String words) implements NodeEvent {
        /** Whether it is an orchestrator, as far as the words tell; the other that is known is an AI worker. */
        Optional<Boolean> findOrchestrates() {
            return words.contains(" Mode*") ? Optional.of(words.contains("Orchestrator")) : Optional.empty();
        }
    }

    /** It ends, or is about to. */
    record Ended(String words) implements NodeEvent {}

    /**
     * It ends because of a mistake.
     *
     * @param modelId the model it is about, null when it is about none
     * @param pipeline the pipeline it is about, null when it is about none
     */
    record Failed(
            Cause cause,
            @Nullable String pipeline,
            @Nullable String modelId,
            String words) implements NodeEvent {}

    /** A container of a pipeline could not be warmed when it started, so it ends. */
    record WarmingFailed(String pipeline, Reason reason) implements NodeEvent {
        @Override
        public String words() {
            return "Error AI worker warming %s container: %s".formatted(pipeline, reason.words());
        }
    }

    /** The seed's words for too many warm entries; go-livepeer at 176aa415 does not print them. */
    record WarmConflict() implements NodeEvent {
        @Override
        public String words() {
            return "Error loading warm model";
        }
    }

    record PullingImage(String pipeline, String modelId) implements NodeEvent {
        @Override
        public String words() {
            return "Pulling image for pipeline %s and modelID %s".formatted(pipeline, modelId);
        }
    }

    record ImageUnavailable(String pipeline, Reason reason) implements NodeEvent {
        @Override
        public String words() {
            return "Error ensuring AI worker image available for %s: %s".formatted(pipeline, reason.words());
        }
    }

    /** How far a pull is. */
    record PullProgress(String words) implements NodeEvent {}

    record Starting(String gpu, String container, String modelId) implements NodeEvent {
        @Override
        public String words() {
            return "Starting managed container gpu=%s name=%s".formatted(gpu, container);
        }
    }

    /** The container that was started last has answered. */
    record Answered() implements NodeEvent {
        @Override
        public String words() {
            return "Started runner with version";
        }
    }

    /** The container has answered, and is watched from now on. */
    record Watching(String container) implements NodeEvent {
        @Override
        public String words() {
            return "Watching container container=" + container;
        }
    }

    /** The container answers that it is loading, so no request is sent to it. */
    record Loading(String container, boolean atStart) implements NodeEvent {
        @Override
        public String words() {
            return (atStart
                            ? "Warm container started on loading state, removing from pool on startup container="
                            : "Container is loading, removing from pool container=")
                    + container;
        }
    }

    record Idle(String container) implements NodeEvent {
        @Override
        public String words() {
            return "Container is idle, returning to pool container=" + container;
        }
    }

    /** The container is about to be removed, for this cause. */
    record Failing(String container, Cause cause, String what) implements NodeEvent {
        @Override
        public String words() {
            return what + " container=" + container;
        }
    }

    record Removing(String container) implements NodeEvent {
        @Override
        public String words() {
            return "Removing managed container name=" + container;
        }
    }

    record Restarting(String container) implements NodeEvent {
        @Override
        public String words() {
            return "Container was kept warm, restarting container=" + container;
        }
    }

    /** The container is gone and could not be started again; go-livepeer goes on without it. */
    record RestartFailed(String container, Reason reason) implements NodeEvent {
        @Override
        public String words() {
            return "Error restarting warm container container=%s error=%s".formatted(container, reason.words());
        }
    }

    /** An entry without a price of its own gets that of {@code -pricePerUnit}. */
    record PriceDefaulted(String pipeline, String modelId) implements NodeEvent {
        @Override
        public String words() {
            return "No 'pricePerUnit' specified for model '%s' in pipeline '%s'".formatted(modelId, pipeline);
        }
    }
}
