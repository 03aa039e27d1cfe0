package org.warmplan.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Flag;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsFile;

/** What a new aiModels.json changes besides what is warm where: cold entries that come and go, and prices. */
final class FileChanges {
    private final Map<Workload, AiModel> before;
    private final Map<Workload, AiModel> after;

    private FileChanges(AiModelsFile before, AiModelsFile after) {
        this.before = managed(before);
        this.after = managed(after);
    }

    /** One line per change, by workload. */
    static List<String> between(AiModelsFile before, AiModelsFile after) {
        return new FileChanges(before, after).lines();
    }

    /** One line per change of an orchestrator's price file, by workload. */
    static List<String> ofPrices(AiModelsFile before, AiModelsFile after) {
        FileChanges changes = new FileChanges(before, after);
        List<String> lines = new ArrayList<>();
        changes.after.forEach((workload, entry) -> {
            AiModel old = changes.before.get(workload);
            if (old == null) {
                lines.add("asks %s for %s".formatted(price(entry), workload));
            } else if (!price(old).equals(price(entry))) {
                lines.add(repriced(workload, old, entry));
            }
        });
        return lines;
    }

    private List<String> lines() {
        SortedSet<Workload> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<String> lines = new ArrayList<>();
        for (Workload workload : all) {
            Optional<AiModel> old = Optional.ofNullable(before.get(workload));
            Optional<AiModel> now = Optional.ofNullable(after.get(workload));
            if (now.isEmpty()) {
                lines.add("no longer lists " + workload);
            } else if (old.isEmpty() && !now.get().warm()) {
                lines.add("lists %s cold, at %s".formatted(workload, price(now.get())));
            } else if (old.isPresent() && !price(old.get()).equals(price(now.get()))) {
                lines.add(repriced(workload, old.get(), now.get()));
            }
            flags(workload, old, now, lines);
        }
        return lines;
    }

    private static void flags(Workload workload, Optional<AiModel> old, Optional<AiModel> now, List<String> lines) {
        for (Flag flag : Flag.values()) {
            boolean before = old.filter(entry -> isSet(flag, entry)).isPresent();
            boolean after = now.filter(entry -> isSet(flag, entry)).isPresent();
            if (before != after && now.isPresent()) {
                lines.add(
                        after
                                ? "tries %s on %s".formatted(flag, workload)
                                : "takes %s off %s".formatted(flag, workload));
            }
        }
    }

    private static boolean isSet(Flag flag, AiModel entry) {
        return entry.optimizationFlags().containsKey(flag.name());
    }

    private static String repriced(Workload workload, AiModel old, AiModel now) {
        return "asks %s for %s instead of %s".formatted(price(now), workload, price(old));
    }

    /** The last entry for every gateway, whose price holds in go-livepeer. */
    private static Map<Workload, AiModel> managed(AiModelsFile file) {
        Map<Workload, AiModel> entries = new TreeMap<>();
        file.entries().stream()
                .filter(entry -> entry.isManaged() && entry.isForEveryGateway())
                .forEach(entry -> entry.findWorkload().ifPresent(workload -> entries.put(workload, entry)));
        return entries;
    }

    private static String price(AiModel entry) {
        if (entry.findPrice().isEmpty()) {
            return "the price of -pricePerUnit";
        }
        Optional<UnitPrice> exact =
                AiModel.isWei(entry.currency()) ? entry.findPriceWei(BigDecimal.ONE) : Optional.empty();
        return exact.map(price -> price.text() + " wei a unit")
                .orElseGet(() -> entry.findPrice()
                                .map(BigDecimal::toPlainString)
                                .orElse("") + " " + entry.currency() + " per "
                        + entry.findPixelsPerUnit().orElse(BigDecimal.ONE).toPlainString() + " units");
    }
}
