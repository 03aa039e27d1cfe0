package org.warmplan.collect.answer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.warmplan.domain.Address;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Offer;
import org.warmplan.domain.SeenGpu;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;

/**
 * The offers in answers of {@code /getNetworkCapabilities}, wherever such an answer was found. Schema from go-livepeer
 * {@code server/handlers.go:270-295} and {@code common/types.go:169-181} at 176aa415. Zero and false are left out by the
 * gateway, so an absent {@code warm} means cold and an absent capacity none.
 */
public final class AdvertisedNetwork {
    private final Instant seenAt;
    private final Map<Listing, Offer> offers = new LinkedHashMap<>();

    /** A network nothing is known of yet; all of its offers were seen at {@code seenAt}. */
    public AdvertisedNetwork(Instant seenAt) {
        this.seenAt = seenAt;
    }

    /**
     * Adds what the object {@code answer} lists, and returns how many offers that is; odd fields become issues of it.
     *
     * @param name what the answer is, to begin a message with
     * @throws InputException when it has no orchestrator that can be read: a gateway that has not polled yet says
     *     {@code "orchestrators": null}
     */
    public int add(Payload answer, String name) {
        if (!answer.at("orchestrators").isArray()) {
            throw new InputException(
                    "%s names no orchestrators. Maybe the gateway has just started, or it is another kind of address."
                            .formatted(name));
        }
        List<List<Offer>> nodes = answer.objects("orchestrators").stream()
                .flatMap(node -> AdvertisedNode.findOffers(node, seenAt).stream())
                .toList();
        if (nodes.isEmpty()) {
            throw new InputException(
                    "%s lists no orchestrator that can be read. Maybe the gateway is off-chain or has just started."
                            .formatted(name));
        }
        List<Offer> listed = nodes.stream().flatMap(List::stream).toList();
        listed.forEach(offer -> add(answer, offer));
        return listed.size();
    }

    /** One per node and workload, in the order seen. */
    public List<Offer> offers() {
        return List.copyOf(offers.values());
    }

    private void add(Payload answer, Offer offer) {
        Listing listing = new Listing(offer.orchestrator(), offer.uri(), offer.workload());
        Offer first = offers.putIfAbsent(listing, offer);
        if (first != null) {
            offers.put(listing, merged(first, offer));
            answer.at("orchestrators")
                    .odd(
                            "offerRepeated",
                            offer.orchestrator() + " " + offer.workload(),
                            "One node is listed twice with the same model; the two count as one.");
        }
    }

    /** The same node seen twice: the larger figures, and each card once. */
    private static Offer merged(Offer first, Offer second) {
        Map<String, SeenGpu> gpus = new LinkedHashMap<>();
        first.gpus().forEach(gpu -> gpus.put(gpu.uuid(), gpu));
        second.gpus().forEach(gpu -> gpus.putIfAbsent(gpu.uuid(), gpu));
        return new Offer(
                first.seenAt(),
                first.orchestrator(),
                first.uri(),
                first.workload(),
                first.isWarm() || second.isWarm() ? Warmth.WARM : Warmth.COLD,
                Math.max(first.capacity(), second.capacity()),
                Math.max(first.inUse(), second.inUse()),
                first.price() == null ? second.price() : first.price(),
                List.copyOf(gpus.values()),
                first.runnerVersion().isEmpty() ? second.runnerVersion() : first.runnerVersion());
    }

    private record Listing(Address orchestrator, String uri, Workload workload) {}
}
