package org.warmplan.fleet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A published number or range with where it comes from. The unit is said where the figure stands.
 *
 * @param low equal to {@code high} for a single number; never negative
 * @param source the document, with lines where known
 * @param note what else to know about it, null for nothing
 * @param otherRunner the software it was made with when that is not the network's own runner image: such a figure is
 *     shown, but not planned with. Null for the runner image
 */
public record Figure(
        BigDecimal low,
        BigDecimal high,
        String source,
        @Nullable String note,
        @Nullable String otherRunner) {
    public Figure {
        if (low.signum() < 0 || low.compareTo(high) > 0) {
            throw new IllegalArgumentException("The range (" + low + " to " + high + ") must go up from 0 or more.");
        }
    }

    /** True when it was made with the runner image that go-livepeer starts. */
    public boolean isOfRunner() {
        return otherRunner == null;
    }

    /** The number, or {@code low to high}. */
    public String text() {
        String last = plain(high);
        return low.compareTo(high) == 0 ? last : plain(low) + " to " + last;
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
