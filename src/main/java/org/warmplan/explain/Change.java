package org.warmplan.explain;

import java.util.Locale;
import org.warmplan.domain.Workload;

/**
 * One line of what happens to a worker.
 *
 * @param count replicas it happens to, at least 1
 * @param reason one or two sentences
 */
public record Change(Kind kind, Workload workload, String worker, int count, String reason) {
    /** What can happen. {@code MOVED} is to another card of the same worker. */
    public enum Kind {
        WARMED,
        COOLED,
        MOVED,
        KEPT;

        /** As in plan.json. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
