package org.warmplan.value;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;
import org.warmplan.files.Fields;

/**
 * The assumptions behind prices: the section {@code prices} of policy.yaml, where each is explained.
 *
 * @param caps known price caps by pipeline slug or workload id
 * @param farFactor how many times a suggestion may be outside the documented figures without a word, at least 1
 */
public record PricePolicy(
        boolean suggest,
        SortedMap<String, UnitPrice> caps,
        double acceptedAtMedian,
        double elasticity,
        double farFactor) {
    private static final BigDecimal MOST = BigDecimal.TEN.pow(24);

    public PricePolicy {
        caps = Collections.unmodifiableSortedMap(new TreeMap<>(caps));
    }

    /** Reads the section. */
    public static PricePolicy of(Fields prices) {
        SortedMap<String, UnitPrice> caps = new TreeMap<>();
        prices.findObject("caps").ifPresent(section -> {
            for (String name : section.names()) {
                if (Pipeline.findBySlug(name).isEmpty() && Workload.find(name).isEmpty()) {
                    throw section.wrong(name, "is no pipeline and no workload", "write it as pipeline/model_id");
                }
                caps.put(name, UnitPrice.of(section.number(name, BigDecimal.ZERO, MOST), BigDecimal.ONE));
            }
        });
        PricePolicy policy = new PricePolicy(
                prices.flag("suggest", true),
                caps,
                prices.number("acceptedAtMedian", BigDecimal.ZERO, BigDecimal.ONE)
                        .doubleValue(),
                prices.number("elasticity", BigDecimal.ZERO, BigDecimal.TEN).doubleValue(),
                prices.number("farFactor", BigDecimal.ONE, BigDecimal.valueOf(1_000_000))
                        .doubleValue());
        prices.end();
        return policy;
    }

    /** The same policy without suggestions. */
    public PricePolicy ownOnly() {
        return new PricePolicy(false, caps, acceptedAtMedian, elasticity, farFactor);
    }

    /** The cap of the workload, else of its pipeline, as gateways look it up (broadcast.go:98-142 at 176aa415). */
    Optional<UnitPrice> findCap(Workload workload) {
        return Optional.ofNullable(caps.get(workload.id()))
                .or(() -> Optional.ofNullable(caps.get(workload.pipeline().slug())));
    }
}
