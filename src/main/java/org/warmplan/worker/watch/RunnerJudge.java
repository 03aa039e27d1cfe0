package org.warmplan.worker.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a runner's log says by itself, and what it adds to what is seen from outside. */
final class RunnerJudge {
    /** How often a runner may begin, without ever being up, before that is a loop. */
    private static final int LOOP = 2;

    private RunnerJudge() {}

    /** What a runner's log alone says. */
    static Finding of(RunnerLog runner) {
        List<Evidence> evidence = runner.evidence();
        Cause cause = runner.cause();
        return switch (runner.phase()) {
            case SILENT -> Finding.NOTHING;
            case UP -> Finding.warm(evidence);
            case STOPPED -> Finding.notWarm(Cause.CONTAINER_STOPPED, evidence);
            case FAILED, STARTING, LOADING, DOWNLOADING -> {
                if (cause != null) {
                    yield Finding.notWarm(cause, evidence);
                }
                if (runner.attempts() > LOOP) {
                    yield Finding.notWarm(Cause.RESTART_LOOP, evidence);
                }
                yield Finding.loading(
                        runner.phase() == RunnerLog.Phase.DOWNLOADING ? Cause.DOWNLOADING : Cause.MODEL_LOADING,
                        evidence);
            }
        };
    }

    /** What the runner's log knows better: go-livepeer only sees that it does not answer. */
    static Finding told(Finding failed, @Nullable RunnerLog runner) {
        Cause seen = failed.cause();
        if (runner == null || seen == null || !isVague(seen)) {
            return failed;
        }
        Cause cause = runner.cause();
        if (cause != null && cause != Cause.RUNNER_ERROR) {
            return failed.withCause(cause).and(runner.evidence());
        }
        Evidence download = runner.download();
        boolean late = seen == Cause.LOAD_TOO_LONG && download != null;
        return (late ? failed.withCause(Cause.DOWNLOAD_NOT_FINISHED).and(List.of(download)) : failed)
                .and(runner.evidence());
    }

    private static boolean isVague(Cause cause) {
        return switch (cause) {
            case LOAD_TOO_LONG, RUNNER_ERROR, START_FAILED, RESTART_LOOP, CONTAINER_GONE, CONTAINER_STOPPED -> true;
            default -> false;
        };
    }
}
