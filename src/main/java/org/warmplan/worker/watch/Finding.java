package org.warmplan.worker.watch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of evidence says of a slot.
 *
 * @param cause null when there is nothing to say beyond the state
 * @param lasting whether waiting cannot mend it
 */
record Finding(WarmState state, @Nullable Cause cause, boolean lasting, List<Evidence> evidence) {
    static final Finding NOTHING = new Finding(WarmState.UNKNOWN, Cause.NO_EVIDENCE, false, List.of());

    Finding {
        evidence = List.copyOf(evidence);
    }

    static Finding warm(List<Evidence> evidence) {
        return new Finding(WarmState.WARM, null, false, evidence);
    }

    static Finding loading(Cause cause, List<Evidence> evidence) {
        return new Finding(WarmState.LOADING, cause, false, evidence);
    }

    static Finding notWarm(Cause cause, List<Evidence> evidence) {
        return new Finding(WarmState.NOT_WARM, cause, false, evidence);
    }

    /** Not warm, and no waiting mends it. */
    static Finding lost(Cause cause, List<Evidence> evidence) {
        return new Finding(WarmState.NOT_WARM, cause, true, evidence);
    }

    static Finding unknown(Cause cause, List<Evidence> evidence) {
        return new Finding(WarmState.UNKNOWN, cause, false, evidence);
    }

    boolean saysNothing() {
        return cause == Cause.NO_EVIDENCE;
    }

    Finding withCause(Cause other) {
        return new Finding(state, other, lasting, evidence);
    }

    /** The same, with more to show. */
    Finding and(List<Evidence> more) {
        List<Evidence> all = new ArrayList<>(evidence);
        more.stream().filter(e -> !all.contains(e)).forEach(all::add);
        return new Finding(state, cause, lasting, all);
    }
}
