package org.warmplan.fleet;

import java.util.Locale;

/** What the operator wants of a workload, whatever it is worth; each word rules out more than the one before. */
public enum Keep {
    /** Warm at that place. */
    WARM,
    /** Never warm there; it may be listed cold. */
    COLD,
    /** Neither warm nor cold there. */
    NEVER;

    /** As written in the fleet file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
