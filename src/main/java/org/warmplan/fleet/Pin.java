package org.warmplan.fleet;

import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;

/**
 * The operator's will about a workload at a place.
 *
 * @param worker null for the whole fleet
 * @param device null for the whole worker; never given without {@code worker}
 */
public record Pin(
        Workload workload,
        Keep keep,
        @Nullable String worker,
        @Nullable String device) {
    public Pin {
        if (device != null && worker == null) {
            throw new IllegalArgumentException("The pin of " + workload + " names device " + device + " of no worker.");
        }
    }

    /** True when the other pin's place is this one's or a part of it. */
    public boolean covers(Pin other) {
        return worker == null || (worker.equals(other.worker) && (device == null || device.equals(other.device)));
    }
}
