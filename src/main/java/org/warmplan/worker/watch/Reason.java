package org.warmplan.worker.watch;

import java.util.Arrays;

/**
 * Why go-livepeer could not warm a container, by a part of the error it prints. Errors of its own are those of {@code
 * ai/worker/docker.go:283,364,557,803-827} and {@code ai/worker/container.go:121,131} at 176aa415; the others come from
 * docker itself.
 */
enum Reason {
    CAPACITY("insufficient capacity", Cause.CONFLICT),
    RUNNER_SLOW("timed out waiting for runner", Cause.LOAD_TOO_LONG),
    RUNNER_ERROR("runner is in error state", Cause.RUNNER_ERROR),
    NO_LIVE_IMAGE("no container image found for live pipeline", Cause.IMAGE_UNKNOWN),
    DISK("no space left on device", Cause.DISK_FULL),
    PULL("failed to pull image", Cause.IMAGE_MISSING),
    NO_IMAGE("No such image", Cause.IMAGE_MISSING),
    NAME_TAKEN("is already in use by container", Cause.PLACE_TAKEN),
    PORT_TAKEN("port is already allocated", Cause.PLACE_TAKEN),
    ADDRESS_TAKEN("address already in use", Cause.PLACE_TAKEN),
    NO_DRIVER("could not select device driver", Cause.NO_GPU),
    TOOLKIT("nvidia-container-cli", Cause.NO_GPU),
    UNKNOWN_DEVICE("unresolvable CDI devices", Cause.NO_GPU),
    NO_DAEMON("Cannot connect to the Docker daemon", Cause.NO_DOCKER),
    SLOW_START("timed out waiting for managed container", Cause.START_FAILED),
    ENDED("container entered terminal state before running", Cause.START_FAILED),
    EXITED("container exited before running", Cause.START_FAILED),
    STATE("container error before running", Cause.START_FAILED),
    OTHER("", Cause.START_FAILED);

    private final String part;
    private final Cause cause;

    Reason(String part, Cause cause) {
        this.part = part;
        this.cause = cause;
    }

    /** The first that the error holds. */
    static Reason of(String error) {
        return Arrays.stream(values())
                .filter(r -> error.contains(r.part))
                .findFirst()
                .orElse(OTHER);
    }

    Cause cause() {
        return cause;
    }

    /** What may be shown: the known part only, as the rest may hold a url with a key. */
    String words() {
        return this == OTHER ? "(an error Warmplan does not know)" : part;
    }
}
