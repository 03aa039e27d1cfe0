package org.warmplan.worker.lint;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.FitRules;
import org.warmplan.fleet.FleetGpu;

/**
 * Figures to hold a file against.
 *
 * @param cards of the worker, by device; empty when nobody told which they are
 * @param headroom left free on every card
 * @param usdPerEth more than 0
 * @param caps known price caps, by workload id or pipeline
 * @param modelsDir the folder with the weights, null when it cannot be looked at
 */
public record Known(
        Catalogue catalogue,
        FitRules rules,
        Map<String, FleetGpu> cards,
        Vram headroom,
        BigDecimal usdPerEth,
        SortedMap<String, UnitPrice> caps,
        @Nullable Path modelsDir) {
    public Known {
        cards = Map.copyOf(cards);
        caps = Collections.unmodifiableSortedMap(new TreeMap<>(caps));
    }

    /** What to plan with for a workload on the card of a device; empty when the card or the figure is not known. */
    public Optional<Vram> findNeed(Workload workload, String device) {
        return findCard(device)
                .flatMap(card -> CardNeed.find(this, workload, card))
                .map(CardNeed::warm);
    }

    /** What may be planned with on the card of a device; empty when the card is not known. */
    public Optional<Vram> findRoom(String device) {
        return findCard(device).map(card -> card.vram().minusOrZero(headroom).minusOrZero(card.reserved()));
    }

    /** The card of a device; empty when nobody told which it is. */
    public Optional<FleetGpu> findCard(String device) {
        return Optional.ofNullable(cards.get(device));
    }

    /** The cap of the workload, else of its pipeline, as gateways look it up (broadcast.go:98-142 at 176aa415). */
    Optional<UnitPrice> findCap(Workload workload) {
        return Optional.ofNullable(caps.get(workload.id()))
                .or(() -> Optional.ofNullable(caps.get(workload.pipeline().slug())));
    }
}
