package org.warmplan.collect.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.SeenGpu;
import org.warmplan.domain.Workload;

/**
 * The cards one node reported, {@code hardware[]}: a row per container with its {@code gpu_info}. The list may be null, and
 * rows for containers run elsewhere have no cards; both are normal. A card serves several rows when it holds several
 * models, so cards are told apart by their id.
 */
final class AdvertisedHardware {
    private static final long MAX_BYTES = 1L << 44;

    private final Map<Workload, Map<String, SeenGpu>> gpus = new HashMap<>();

    AdvertisedHardware(Payload node) {
        node.objects("hardware").forEach(this::add);
    }

    /** The cards reported for {@code workload}, each once, in the order reported. */
    List<SeenGpu> gpusOf(Workload workload) {
        return new ArrayList<>(gpus.getOrDefault(workload, Map.of()).values());
    }

    private void add(Payload row) {
        Optional<Workload> workload = Pipeline.findBySlug(row.text("pipeline"))
                .flatMap(pipeline -> WorkloadNames.findWorkload(pipeline, row.text("model_id")));
        if (workload.isEmpty()) {
            return;
        }
        Map<String, SeenGpu> seen = gpus.computeIfAbsent(workload.get(), w -> new LinkedHashMap<>());
        Payload cards = row.object("gpu_info");
        for (String index : cards.members().keySet()) {
            findGpu(cards.object(index)).ifPresent(gpu -> seen.putIfAbsent(gpu.uuid(), gpu));
        }
    }

    private static Optional<SeenGpu> findGpu(Payload card) {
        if (!card.isObject()) {
            return Optional.empty();
        }
        String uuid = card.text("id");
        if (uuid.isBlank()) {
            card.odd("gpuInvalid", "A GPU without an id was left out.");
            return Optional.empty();
        }
        long total = bytes(card, "memory_total");
        long free = bytes(card, "memory_free");
        if (total > 0 && free > total) {
            card.odd("gpuInvalid", "A GPU with more memory free than it has counts as one that did not report it.");
            free = 0;
        }
        return Optional.of(new SeenGpu(uuid, card.text("name"), total, free));
    }

    private static long bytes(Payload card, String name) {
        return card.count(
                name, MAX_BYTES, "gpuInvalid", "A GPU memory that is no sound number of bytes counts as not reported.");
    }
}
