package org.warmplan.worker;

/** An entry the node starts with and advertises, but which no job will ever reach. */
public record NeverServed(AiModel entry, Reason reason) {
    /** Why no job reaches it. */
    public enum Reason {
        /** Every slot holds a warm container, so its own cannot be started. */
        NO_FREE_SLOT("every slot holds a warm container, so jobs for it fail with \"insufficient capacity\""),
        /** No image is known for a live pipeline (go-livepeer {@code ai/worker/docker.go:269-283}). */
        NO_IMAGE("no image is known for this live pipeline, unless -aiRunnerImageOverrides names one"),
        /** The first free slot is on a device whose number makes no port. */
        NO_PORT("the first free slot is on a device that makes no port, so its container cannot be started"),
        /** Docker takes no container of a name made of the model id. */
        NO_CONTAINER_NAME("Docker refuses a container named after this model id, so only a url could serve it"),
        /** An external container of the same model answers every job (go-livepeer {@code ai/worker/worker.go:722-736}). */
        EXTERNAL_ANSWERS("the entry with a url for the same model answers all its jobs"),
        /** Live video never goes to remote workers (go-livepeer {@code core/ai_orchestrator.go:418}). */
        LIVE_ON_REMOTE("orchestrators send no live video to remote workers"),
        /** Jobs look for containers by the lower-case name of the pipeline. */
        SPELLING("jobs come under the pipeline's lower-case name with hyphens and do not find it"),
        /** The name stands for a transcoding capability. */
        NO_AI_PIPELINE("no AI job comes under this pipeline");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** Going on from the entry's name and a colon. */
        public String sentence() {
            return sentence;
        }
    }
}
