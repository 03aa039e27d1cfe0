package org.warmplan.value;

import java.math.BigDecimal;
import org.warmplan.files.Fields;

/** When a change is worth it: the section {@code changes} of policy.yaml, where each field is explained. */
public record ChangePolicy(long minimumGainGwei, double minimumGainPercent, long replicaGwei, boolean evictUnknown) {

    /** Reads the section. */
    public static ChangePolicy of(Fields changes) {
        ChangePolicy policy = new ChangePolicy(
                changes.integer("minimumGainGwei", 0, 1_000_000_000_000L),
                changes.number("minimumGainPercent", BigDecimal.ZERO, BigDecimal.valueOf(1000))
                        .doubleValue(),
                changes.integer("replicaGwei", 0, 1_000_000_000_000L),
                changes.flag("evictUnknown", false));
        changes.end();
        return policy;
    }

    /** The gain over the current state's value that a plan must reach to be published. */
    public long minimumGain(long currentValue) {
        return Math.max(minimumGainGwei, Math.round(Math.abs(currentValue) * minimumGainPercent / 100));
    }
}
