package org.warmplan.worker.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a planned slot is.
 *
 * @param cause null when it is warm and there is nothing to say
 * @param lasting whether waiting cannot mend it
 * @param evidence what it rests on, oldest kind first
 * @param advertised whether the network shows it as warm; null when the network was not asked. It proves nothing
 */
public record Verdict(
        PlannedSlot slot,
        WarmState state,
        @Nullable Cause cause,
        boolean lasting,
        List<Evidence> evidence,
        @Nullable Boolean advertised) {
    public Verdict {
        evidence = List.copyOf(evidence);
    }

    /** Whether the check holds: its container is warm, and nothing seen keeps it from earning. */
    public boolean holds() {
        return state == WarmState.WARM && (cause == null || !cause.keepsFromEarning());
    }
}
