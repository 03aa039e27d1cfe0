package org.warmplan.worker;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;

/**
 * A workload to write into a file.
 *
 * @param price what to ask where the file has no price yet; null to leave the price out, for a remote worker or a node
 *     with {@code -pricePerUnit}
 * @param replaces whether the price also takes the place of another one in the file, gateways' own prices left alone
 */
public record Wanted(Workload workload, @Nullable UnitPrice price, boolean replaces) {
    public static Wanted at(Workload workload, UnitPrice price) {
        return new Wanted(workload, price, false);
    }

    public static Wanted unpriced(Workload workload) {
        return new Wanted(workload, null, false);
    }

    public Optional<UnitPrice> findPrice() {
        return Optional.ofNullable(price);
    }
}
