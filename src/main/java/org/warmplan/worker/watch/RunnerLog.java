package org.warmplan.worker.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a runner's log tells since it was up the last time, or else since its first try. */
final class RunnerLog {
    /** What it does, as far as the log goes. */
    enum Phase {
        SILENT,
        STARTING,
        LOADING,
        DOWNLOADING,
        UP,
        FAILED,
        STOPPED
    }

    private final Set<String> modelIds = new TreeSet<>();
    private Phase phase = Phase.SILENT;
    private int attempts;
    private @Nullable Evidence last;
    private @Nullable Cause cause;
    private @Nullable Evidence failure;
    private @Nullable Evidence download;
    private @Nullable Evidence outOfMemory;

    void add(RunnerEvent event, Evidence evidence) {
        if (event instanceof RunnerEvent.Starting) {
            attempts = phase == Phase.UP || phase == Phase.STOPPED ? 1 : attempts + 1;
            becomes(Phase.STARTING, evidence);
            download = null;
        } else if (event instanceof RunnerEvent.Loading loading) {
            loads(loading, evidence);
        } else if (event instanceof RunnerEvent.Downloading) {
            downloads(evidence);
        } else if (event instanceof RunnerEvent.Up up) {
            modelIds.add(up.modelId());
            goesOn(up.isLive() && phase != Phase.UP ? Phase.LOADING : Phase.UP, evidence);
        } else if (event instanceof RunnerEvent.Live live) {
            becomes(live, evidence);
        } else if (event instanceof RunnerEvent.Failed failed) {
            fails(failed, evidence);
        } else if (event instanceof RunnerEvent.Stopped) {
            becomes(Phase.STOPPED, evidence);
        }
    }

    private void loads(RunnerEvent.Loading loading, Evidence evidence) {
        if (!loading.modelId().isEmpty()) {
            modelIds.add(loading.modelId());
        }
        if (phase != Phase.UP) {
            becomes(Phase.LOADING, evidence);
        }
    }

    private void downloads(Evidence evidence) {
        if (phase != Phase.UP) {
            download = evidence;
            becomes(Phase.DOWNLOADING, evidence);
        }
    }

    private void becomes(RunnerEvent.Live live, Evidence evidence) {
        switch (live.state()) {
            case "LOADING" -> becomes(Phase.LOADING, evidence);
            case "ERROR" -> fails(new RunnerEvent.Failed(Cause.RUNNER_ERROR, live.words()), evidence);
            default -> goesOn(Phase.UP, evidence);
        }
    }

    /** What failed before is past once it is up. */
    private void goesOn(Phase next, Evidence evidence) {
        becomes(next, evidence);
        if (next == Phase.UP) {
            attempts = 1;
            cause = null;
            failure = null;
            download = null;
        }
    }

    private void becomes(Phase next, Evidence evidence) {
        phase = next;
        last = evidence;
    }

    /** Once it is up, a failure is one of a request; a live one tells by its state when it is not. */
    private void fails(RunnerEvent.Failed failed, Evidence evidence) {
        boolean state = failed.words().startsWith("Pipeline ");
        if (phase == Phase.UP && !state) {
            outOfMemory = failed.cause() == Cause.OUT_OF_MEMORY ? evidence : outOfMemory;
            return;
        }
        if (cause == null || cause == Cause.RUNNER_ERROR || failed.cause() != Cause.RUNNER_ERROR) {
            cause = failed.cause();
            failure = evidence;
        }
        becomes(Phase.FAILED, evidence);
    }

    Phase phase() {
        return phase;
    }

    /** The models its lines name. */
    Set<String> modelIds() {
        return Set.copyOf(modelIds);
    }

    /** How often it began since it was up the last time; 0 when no beginning was seen. */
    int attempts() {
        return attempts;
    }

    @Nullable
    Evidence last() {
        return last;
    }

    /** Why it was not up on its last or an earlier try, null when nothing failed. */
    @Nullable
    Cause cause() {
        return cause;
    }

    /** Where files were still being downloaded on the last try. */
    @Nullable
    Evidence download() {
        return download;
    }

    /** Where it ran out of memory on a request, once it was up. */
    @Nullable
    Evidence outOfMemory() {
        return outOfMemory;
    }

    /** The failure, if any, then the newest line. */
    List<Evidence> evidence() {
        List<Evidence> all = new ArrayList<>();
        if (failure != null) {
            all.add(failure);
        }
        if (last != null && !last.equals(failure)) {
            all.add(last);
        }
        return all;
    }
}
