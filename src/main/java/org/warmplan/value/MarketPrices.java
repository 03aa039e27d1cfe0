package org.warmplan.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmplan.domain.UnitPrice;

/**
 * What others ask for a workload they have warm.
 *
 * @param ascending one price per node, offers above known caps left out
 */
public record MarketPrices(List<UnitPrice> ascending) {
    public MarketPrices {
        List<UnitPrice> sorted = new ArrayList<>(ascending);
        sorted.sort(null);
        ascending = List.copyOf(sorted);
    }

    /** How many offers there are. */
    public int offers() {
        return ascending.size();
    }

    /**
     * The price that at least this part of the offers does not exceed: one that is really asked (nearest rank).
     *
     * @param part from 0, the lowest, to 1, the highest
     */
    public Optional<UnitPrice> quantile(double part) {
        if (ascending.isEmpty()) {
            return Optional.empty();
        }
        int rank = (int) Math.ceil(part * offers());
        return Optional.of(ascending.get(Math.max(0, rank - 1)));
    }

    /** The price in the middle; of two in the middle, half-way between. */
    public Optional<UnitPrice> median() {
        int count = offers();
        if (count == 0) {
            return Optional.empty();
        }
        UnitPrice upper = ascending.get(count / 2);
        return Optional.of(count % 2 == 1 ? upper : ascending.get(count / 2 - 1).midpoint(upper));
    }
}
