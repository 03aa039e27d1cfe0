package org.warmplan.fleet;

import java.util.Locale;

/** What the go-livepeer process on a machine is. */
public enum Role {
    /** Orchestrator and AI worker in one process. */
    COMBINED,
    /** AI worker of an orchestrator elsewhere. */
    REMOTE,
    /** Orchestrator whose AI workers are all elsewhere: its aiModels.json only sets prices. */
    ORCHESTRATOR;

    /** As written in the fleet file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
