package org.warmplan.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.warmplan.domain.Vram;
import org.warmplan.worker.Advertised;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AskedPrice;
import org.warmplan.worker.CapabilityNames;
import org.warmplan.worker.NeverServed;
import org.warmplan.worker.Placement;

/** What a check found out of every entry, looked up by the entry's place in the file. */
final class CheckRows {
    private final Check.Started check;
    private final Map<Integer, List<Placement>> placements;
    private final Map<Integer, AskedPrice> prices = new HashMap<>();
    private final Map<Integer, NeverServed.Reason> neverServed = new HashMap<>();
    private final Map<List<String>, Advertised> announced = new HashMap<>();

    CheckRows(Check.Started check) {
        this.check = check;
        placements = check.checked().startup().placements().stream()
                .collect(Collectors.groupingBy(placement -> placement.entry().index()));
        check.prices().forEach(price -> prices.put(price.entry().index(), price));
        check.checked()
                .startup()
                .neverServed()
                .forEach(never -> neverServed.put(never.entry().index(), never.reason()));
        check.announced().forEach(a -> announced.put(List.of(a.capability(), a.modelId()), a));
    }

    List<AiModel> entries() {
        return check.checked().file().entries();
    }

    /** In slot order; empty for what takes no slot. */
    List<Placement> placements(AiModel entry) {
        return placements.getOrDefault(entry.index(), List.of());
    }

    /** The price that holds because of this entry; empty where a later one counts. */
    Optional<AskedPrice> findPrice(AiModel entry) {
        return Optional.ofNullable(prices.get(entry.index()));
    }

    Optional<NeverServed.Reason> findNeverServed(AiModel entry) {
        return Optional.ofNullable(neverServed.get(entry.index()));
    }

    /** What gateways are told of the entry's model. */
    Optional<Advertised> findAdvertised(AiModel entry) {
        return CapabilityNames.find(entry.pipeline()).map(name -> announced.get(List.of(name, entry.modelId())));
    }

    /** What its container takes of the card it is on. */
    Optional<Vram> findNeed(Placement placement) {
        return placement
                .entry()
                .findWorkload()
                .flatMap(workload ->
                        check.known().findNeed(workload, placement.slot().device()));
    }
}
