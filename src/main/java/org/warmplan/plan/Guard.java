package org.warmplan.plan;

import java.time.Duration;

/** The end of the time a solver may take. Remembers whether it was reached. */
final class Guard {
    private final long end;
    private volatile boolean hasBitten;

    /** Starts now. */
    Guard(Duration limit) {
        this.end = System.nanoTime() + limit.toNanos();
    }

    boolean isTimeUp() {
        if (System.nanoTime() - end >= 0) {
            hasBitten = true;
        }
        return hasBitten;
    }

    /** Zero when time is up. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** Whether anything was cut short. */
    boolean hasBitten() {
        return hasBitten;
    }
}
