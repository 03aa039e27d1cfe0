package org.warmplan.worker.watch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container as go-livepeer's log tells of it, so far. */
final class SeenContainer {
    /** What it does, as far as the log goes. */
    enum Phase {
        STARTING,
        READY,
        LOADING,
        FAILED,
        REMOVED
    }

    private final String name;
    private final String modelId;
    private Phase phase;
    private @Nullable Cause cause;
    private int restarts;
    private boolean abandoned;
    private Evidence last;
    private @Nullable Evidence failure;
    private @Nullable Evidence restarted;

    /** @param modelId empty when the log does not tell it */
    SeenContainer(String name, String modelId, Phase phase, Evidence last) {
        this.name = name;
        this.modelId = modelId;
        this.phase = phase;
        this.last = last;
    }

    /** It goes on like this; what failed before is past. */
    void becomes(Phase next, Evidence evidence) {
        phase = next;
        abandoned = false;
        cause = null;
        last = evidence;
    }

    /** It will not work any more, for this cause; the first cause of several stands, unless a later one tells more. */
    void fails(Cause why, Evidence evidence) {
        if (phase != Phase.FAILED || cause == Cause.RUNNER_ERROR || cause == null) {
            cause = why;
            failure = evidence;
        }
        phase = Phase.FAILED;
        last = evidence;
    }

    /** It could not be started again, and is not tried any more. */
    void abandoned(Cause why, Evidence evidence) {
        phase = Phase.FAILED;
        abandoned = true;
        cause = why;
        last = evidence;
    }

    /** It is removed: after a failure that is its end, otherwise it is the end of a sound container. */
    void removed(Cause why, Evidence evidence) {
        if (phase != Phase.FAILED) {
            phase = Phase.REMOVED;
            cause = why;
            last = evidence;
        }
    }

    /** Takes over how often the container in whose place it is was started before, and why that one failed. */
    void follows(SeenContainer former) {
        restarts = former.restarts + 1;
        restarted = last;
        failure = former.failure;
    }

    String name() {
        return name;
    }

    String modelId() {
        return modelId;
    }

    Phase phase() {
        return phase;
    }

    boolean holdsItsPlace() {
        return phase == Phase.STARTING || phase == Phase.READY || phase == Phase.LOADING;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    @Nullable
    Cause cause() {
        return cause;
    }

    int restarts() {
        return restarts;
    }

    Evidence last() {
        return last;
    }

    /** When it was started again the last time, null when never. */
    @Nullable
    Evidence restarted() {
        return restarted;
    }

    /** The last failure, if any, then the newest line. */
    List<Evidence> evidence() {
        List<Evidence> all = new ArrayList<>();
        if (failure != null && !failure.equals(last)) {
            all.add(failure);
        }
        all.add(last);
        return all;
    }
}
