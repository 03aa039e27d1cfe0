package org.warmplan.worker.watch;

/** What a runner logs. Its lines do not say in which container it runs. */
sealed interface RunnerEvent extends LogEvent {
    record Starting() implements RunnerEvent {
        @Override
        public String words() {
            return "Runner version";
        }
    }

    /**
     * It loads its model.
     *
     * @param modelId empty when the line names none
     */
    record Loading(String modelId, String words) implements RunnerEvent {}

    /** It downloads files. */
    record Downloading(String words) implements RunnerEvent {}

    /** It answers requests; a live one may still be loading. */
    record Up(String pipelineClass, String modelId) implements RunnerEvent {
        @Override
        public String words() {
            return "Started up with pipeline=%s model_id=%s".formatted(pipelineClass, modelId);
        }

        boolean isLive() {
            return pipelineClass.startsWith("LiveVideoToVideo");
        }
    }

    /** The state of a live pipeline: LOADING, OFFLINE (no stream, so idle), ERROR, or one with a stream. */
    record Live(String state) implements RunnerEvent {
        @Override
        public String words() {
            return "Pipeline state changed. new_state=" + state;
        }
    }

    /** It cannot go on, for this cause. */
    record Failed(Cause cause, String words) implements RunnerEvent {}

    record Stopped() implements RunnerEvent {
        @Override
        public String words() {
            return "Shutting down";
        }
    }
}
