package org.warmplan.worker;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Flag;

/**
 * A workload to write into a file.
 *
 * @param price what to ask where the file has no price yet; null to leave the price out, for a remote worker or a node
 *     with {@code -pricePerUnit}
 * @param replaces whether the price also takes the place of another one in the file, gateways' own prices left alone
 * @param flags optimisation flags to set where it is warm ({@code true}) or to take away; all others are left alone
 */
public record Wanted(Workload workload, @Nullable UnitPrice price, boolean replaces, SortedMap<Flag, Boolean> flags) {
    public Wanted {
        flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
    }

    public static Wanted at(Workload workload, UnitPrice price) {
        return new Wanted(workload, price, false, new TreeMap<>());
    }

    public static Wanted unpriced(Workload workload) {
        return new Wanted(workload, null, false, new TreeMap<>());
    }

    /** The same, with the price in place of another one that the file has. */
    public Wanted replacing() {
        return new Wanted(workload, price, true, flags);
    }

    /** The same with flags to set or to take away. */
    public Wanted withFlags(SortedMap<Flag, Boolean> changed) {
        return new Wanted(workload, price, replaces, changed);
    }

    public Optional<UnitPrice> findPrice() {
        return Optional.ofNullable(price);
    }
}
