package org.warmplan.collect.answer;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;

/**
 * The price rows of one node, {@code capabilities_prices[]}: wei {@code pricePerUnit} for {@code pixelsPerUnit} units of a
 * capability and model. A row says nothing about availability, so rows for what is not offered are normal, as are rows for
 * other capabilities (byoc, 37). The node builds the list from a map of prices per model (go-livepeer
 * {@code core/orchestrator.go:266-330} at 176aa415), so a second row for a model is odd; the first sound one stands.
 */
final class AdvertisedPrices {
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private final Map<Workload, Optional<UnitPrice>> prices = new HashMap<>();

    AdvertisedPrices(Payload node) {
        node.objects("capabilities_prices").forEach(this::add);
    }

    /** The node's price for {@code workload}; counts an issue at {@code offer} when no row names one. */
    @Nullable
    UnitPrice priceOf(Workload workload, Payload offer) {
        Optional<UnitPrice> price = prices.get(workload);
        if (price == null) {
            offer.odd(
                    "priceMissing", "", "A model is offered without a price; it counts as supply at an unknown price.");
            return null;
        }
        return price.orElse(null);
    }

    private void add(Payload row) {
        Optional<Workload> workload = findWorkload(row);
        if (workload.isEmpty()) {
            return;
        }
        Optional<BigInteger> wei = row.findWhole("pricePerUnit");
        Optional<BigInteger> units = row.findWhole("pixelsPerUnit");
        if (!isSound(wei) || !isSound(units) || units.orElseThrow().signum() == 0) {
            row.odd("priceInvalid", "A price that is no whole number of wei for a number of units was left out.");
            prices.putIfAbsent(workload.get(), Optional.empty());
        } else if (wei.orElseThrow().signum() > 0) {
            add(row, workload.get(), new UnitPrice(wei.get(), units.get()));
        }
    }

    private void add(Payload row, Workload workload, UnitPrice price) {
        if (prices.getOrDefault(workload, Optional.empty()).isPresent()) {
            row.odd("priceRepeated", "One node states several prices for one model; the first stands.");
            return;
        }
        prices.put(workload, Optional.of(price));
    }

    private static Optional<Workload> findWorkload(Payload row) {
        Optional<BigInteger> capability = row.findWhole("capability");
        if (capability.isEmpty()) {
            row.at("capability").odd("priceInvalid", "A price for a capability that is no number was left out.");
        }
        return capability
                .filter(c -> c.bitLength() < Integer.SIZE)
                .flatMap(c -> Pipeline.findByCapability(c.intValue()))
                .flatMap(p -> WorkloadNames.findWorkload(p, row.text("constraint")));
    }

    private static boolean isSound(Optional<BigInteger> number) {
        return number.isPresent() && number.get().signum() >= 0 && number.get().compareTo(MAX) <= 0;
    }
}
