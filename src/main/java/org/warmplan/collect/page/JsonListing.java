package org.warmplan.collect.page;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.answer.AdvertisedNetwork;
import org.warmplan.collect.answer.Payload;
import org.warmplan.collect.answer.WorkloadNames;
import org.warmplan.domain.Address;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Workload;

/**
 * Looks through JSON of any shape for two things: an answer of {@code /getNetworkCapabilities}, and objects that give a
 * model of a pipeline a warm or a cold count. The latter is what the retired {@code /getOrchestratorAICapabilities} said:
 * orchestrators with pipelines ({@code type}) with models ({@code name}, {@code status.Warm}, {@code status.Cold}).
 */
final class JsonListing {
    private static final Set<String> OF_A_NODE =
            Set.of("capabilities", "local_address", "orch_uri", "hardware", "capabilities_prices");
    private static final Set<String> PIPELINE = Set.of("pipeline", "pipelineid", "pipelinename", "type");
    private static final Set<String> MODEL = Set.of("model", "modelid", "modelname", "name", "id");
    private static final Set<String> WARM = Set.of("warm", "warmcount", "warmorchestrators");
    private static final Set<String> COLD = Set.of("cold", "coldcount", "coldorchestrators");
    private static final Pattern COUNT = Pattern.compile("\\d{1,6}");

    private final String name;
    private final AdvertisedNetwork network;
    private final CountedOffers counted;
    private int offers;
    private int counts;

    /** A search of what is called {@code name} in messages. */
    JsonListing(String name, AdvertisedNetwork network, CountedOffers counted) {
        this.name = name;
        this.network = network;
        this.counted = counted;
    }

    void search(Payload tree) {
        search(tree, new Above("", null));
    }

    /** How many offers were found. */
    int offers() {
        return offers;
    }

    /** How many objects that count were found. */
    int counts() {
        return counts;
    }

    private void search(Payload node, Above above) {
        if (node.isArray()) {
            node.items().forEach(item -> search(item, above));
        } else if (node.isObject() && isNetwork(node)) {
            addNetwork(node);
        } else if (node.isObject()) {
            Map<String, Payload> fields = node.members();
            if (!addCounts(node, fields, above)) {
                Above here = above.with(node, fields);
                fields.values().forEach(field -> search(field, here));
            }
        }
    }

    private static boolean isNetwork(Payload node) {
        return node.at("orchestrators").items().stream()
                .anyMatch(item -> OF_A_NODE.stream().anyMatch(item::has));
    }

    private void addNetwork(Payload node) {
        try {
            offers += network.add(node, name);
        } catch (InputException e) {
            node.at("orchestrators")
                    .odd("listingUnreadable", String.valueOf(e.getMessage()), "A list of orchestrators was left out.");
        }
    }

    /** False for an object that counts nothing. */
    private boolean addCounts(Payload node, Map<String, Payload> fields, Above above) {
        Payload holder = node.at("status").isObject() ? node.at("status") : node;
        Map<String, Payload> figures = holder.members();
        String warm = text(holder, figures, WARM);
        String cold = text(holder, figures, COLD);
        String model = text(node, fields, MODEL);
        String pipeline = text(node, fields, PIPELINE);
        if ((warm.isEmpty() && cold.isEmpty()) || model.isBlank()) {
            return false;
        }
        findWorkload(node, pipeline.isBlank() ? above.pipeline() : pipeline, model)
                .ifPresent(workload -> {
                    if (isCount(warm) && isCount(cold)) {
                        add(node, workload, new CountedOffers.Counts(count(warm), count(cold)), above.orchestrator());
                    } else {
                        node.odd(
                                "countInvalid",
                                warm + " " + cold,
                                "A row whose counts are no sound numbers was left out.");
                    }
                });
        return true;
    }

    private void add(Payload node, Workload workload, CountedOffers.Counts counts, @Nullable Address orchestrator) {
        this.counts++;
        if (orchestrator != null) {
            counted.add(workload, orchestrator, counts);
        } else if (counted.add(workload, counts)) {
            node.odd("countRepeated", workload.id(), "A workload is counted more than once; the larger count stands.");
        }
    }

    private static Optional<Workload> findWorkload(Payload node, String pipeline, String model) {
        if (WorkloadNames.findPipeline(pipeline).isEmpty()) {
            node.odd("pipelineUnknown", pipeline, "A row of what is no AI pipeline of ours was left out.");
            return Optional.empty();
        }
        Optional<Workload> workload =
                WorkloadNames.findWorkload(WorkloadNames.findPipeline(pipeline).get(), model.strip());
        if (workload.isEmpty()) {
            node.odd("modelIdInvalid", model, "A model id that no model can have was left out.");
        }
        return workload;
    }

    private static boolean isCount(String text) {
        return text.isEmpty() || COUNT.matcher(text).matches();
    }

    private static long count(String text) {
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    /** The text or digits of the first field with one of these names, letter case and separators aside. */
    private static String text(Payload node, Map<String, Payload> fields, Set<String> names) {
        return fields.keySet().stream()
                .filter(field -> names.contains(field.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "")))
                .map(node::plain)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What the objects around say of those inside. */
    private record Above(String pipeline, @Nullable Address orchestrator) {
        Above with(Payload node, Map<String, Payload> fields) {
            String own = text(node, fields, PIPELINE);
            return new Above(
                    WorkloadNames.findPipeline(own).isPresent() ? own : pipeline,
                    Address.find(node.plain("address")).orElse(orchestrator));
        }
    }
}
