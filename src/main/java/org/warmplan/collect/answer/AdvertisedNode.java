package org.warmplan.collect.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;

/**
 * One record of {@code orchestrators[]}: a node and what it offers. Only {@code capabilities.constraints.PerCapability} says
 * what it serves; {@code bitstring} and {@code capacities} name AI capabilities on nodes that only transcode (go-livepeer
 * {@code core/capabilities.go:51-134} at 176aa415).
 */
final class AdvertisedNode {
    /** Bring-your-own-container: no pipeline, never warm or cold, so not ours to plan and no mistake either. */
    private static final int BYOC = 37;

    /** Counters are unsigned 32 bits; the upper half is what a counter below zero wraps to. */
    private static final long MAX_CAPACITY = Integer.MAX_VALUE;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    private final Address address;
    private final Instant seenAt;
    private final String uri;
    private final AdvertisedPrices prices;
    private final AdvertisedHardware hardware;
    private final List<Offer> offers = new ArrayList<>();

    private AdvertisedNode(Payload node, Address address, Instant seenAt) {
        this.address = address;
        this.seenAt = seenAt;
        this.uri = node.text("orch_uri").strip();
        this.prices = new AdvertisedPrices(node);
        this.hardware = new AdvertisedHardware(node);
        if (uri.isEmpty()) {
            node.at("orch_uri")
                    .odd("uriMissing", "A node without a service address is known by its orchestrator only.");
        }
    }

    /** The node's offers, or empty for a record nobody can be found by. */
    static Optional<List<Offer>> findOffers(Payload node, Instant seenAt) {
        Optional<Address> address = Address.find(node.plain("address"));
        if (address.isEmpty()) {
            node.at("address").odd("addressInvalid", "An orchestrator without a sound address was left out.");
            return Optional.empty();
        }
        Payload perCapability =
                node.object("capabilities").object("constraints").object("PerCapability");
        Set<String> capabilities = perCapability.members().keySet();
        if (capabilities.isEmpty()) {
            return Optional.of(List.of());
        }
        AdvertisedNode advertised = new AdvertisedNode(node, address.get(), seenAt);
        capabilities.forEach(capability -> advertised.addOffers(perCapability, capability));
        return Optional.of(advertised.offers);
    }

    private void addOffers(Payload perCapability, String capability) {
        int number = NUMBER.matcher(capability).matches() ? Integer.parseInt(capability) : -1;
        if (number == BYOC) {
            return;
        }
        Optional<Pipeline> pipeline = Pipeline.findByCapability(number);
        if (pipeline.isEmpty()) {
            perCapability.odd(
                    "capabilityUnknown", capability, "Models under a capability that is no AI pipeline were left out.");
            return;
        }
        Payload models = perCapability.object(capability).object("models");
        for (String modelId : models.members().keySet()) {
            Optional<Workload> workload = WorkloadNames.findWorkload(pipeline.get(), modelId);
            if (workload.isEmpty()) {
                models.odd("modelIdInvalid", modelId, "A model id that no model can have was left out.");
            } else {
                addOffer(workload.get(), models.object(modelId));
            }
        }
    }

    private void addOffer(Workload workload, Payload model) {
        if (!model.isObject() && !model.isAbsent()) {
            return;
        }
        offers.add(new Offer(
                seenAt,
                address,
                uri,
                workload,
                model.flag("warm") ? Warmth.WARM : Warmth.COLD,
                capacity(model, "capacity"),
                capacity(model, "capacityInUse"),
                prices.priceOf(workload, model),
                hardware.gpusOf(workload),
                model.text("runnerVersion")));
    }

    private static long capacity(Payload model, String name) {
        return model.count(
                name,
                MAX_CAPACITY,
                "capacityInvalid",
                "A capacity that is no sound number was cut to one, or read as 0.");
    }
}
