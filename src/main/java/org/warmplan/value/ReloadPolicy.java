package org.warmplan.value;

import org.warmplan.files.Fields;

/** What a restart takes: the section {@code reload} of policy.yaml, in seconds, each explained there. */
public record ReloadPolicy(long stopSeconds, long loadSeconds, long readmissionSeconds) {
    static final long WEEK_SECONDS = 7L * 24 * 3600;

    /** Reads the section. */
    public static ReloadPolicy of(Fields reload) {
        ReloadPolicy policy = new ReloadPolicy(
                reload.integer("stopSeconds", 0, 86_400),
                reload.integer("loadSeconds", 0, 86_400),
                reload.integer("readmissionSeconds", 0, 604_800));
        reload.end();
        return policy;
    }

    /**
     * Gwei lost while a worker restarts: it stops its containers, loads every model one after another, and waits to be
     * asked again.
     *
     * @param containers stopped, {@link #stopSeconds} each
     * @param loadingSeconds of all models it starts with, one after another
     * @param weeklyGwei what it earns in a week
     */
    public long cost(int containers, long loadingSeconds, long weeklyGwei) {
        double seconds = (double) stopSeconds * containers + loadingSeconds + readmissionSeconds;
        return Math.round(seconds * weeklyGwei / WEEK_SECONDS);
    }
}
