package org.warmplan.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Fees an orchestrator earned over a span of time, as redeemed winning tickets: lumpy, and later than the work. No source
 * splits them by pipeline or model.
 *
 * @param from start of the span, inclusive
 * @param to its end, exclusive
 * @param jobs which work it was for
 * @param eth fees in ETH, at least 0, before anything is shared with delegators
 * @param tickets winning tickets redeemed; null when not told
 */
public record Earnings(
        Instant seenAt,
        Address orchestrator,
        Instant from,
        Instant to,
        Jobs jobs,
        BigDecimal eth,
        @Nullable Long tickets)
        implements Observation {

    /** Which work. A gateway is taken for one kind as a whole, so what mixed gateways pay is on one side only. */
    public enum Jobs {
        AI,
        TRANSCODING,
        ALL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
