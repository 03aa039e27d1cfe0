package org.warmplan.collect.network;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.warmplan.collect.answer.PartText;
import org.warmplan.collect.answer.Payload;
import org.warmplan.collect.ask.Source;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Reading;
import org.warmplan.domain.SeenGpu;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;
import org.warmplan.files.JsonText;

/**
 * Reads what a go-livepeer gateway answers on {@code /getNetworkCapabilities}: who offers what. Schema from go-livepeer
 * {@code server/handlers.go:270-295} and {@code common/types.go:169-181} at 176aa415. Zero and false are left out by the
 * gateway, so an absent {@code warm} means cold and an absent capacity none.
 */
public final class NetworkCapabilitiesSource implements Source {
    public static final String KIND = "network-capabilities";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String description() {
        return "Who offers which model, warm or cold, on which GPU, at which price, as one gateway sees it.";
    }

    /**
     * One {@link Offer} per node and workload, in the payload's order.
     *
     * @throws InputException when an answer is not 200, no such JSON, or has no orchestrator that can be read: a gateway
     *     that has not polled yet says {@code "orchestrators": null}
     */
    @Override
    public Reading read(Snapshot snapshot) {
        DataIssues issues = new DataIssues();
        Map<Listing, Offer> offers = new LinkedHashMap<>();
        for (Snapshot.Part part : snapshot.parts()) {
            Payload root = Payload.of(snapshot.source(), JsonText.read(part.url(), PartText.of(part)), issues);
            for (Offer offer : offers(root, part.url(), snapshot.instant())) {
                add(offers, offer, snapshot.source(), issues);
            }
        }
        return new Reading(List.copyOf(offers.values()), issues.list());
    }

    private static List<Offer> offers(Payload root, String url, Instant seenAt) {
        if (!root.at("orchestrators").isArray()) {
            throw new InputException(
                    "%s names no orchestrators. Maybe the gateway has just started, or it is another kind of address."
                            .formatted(url));
        }
        List<List<Offer>> nodes = root.objects("orchestrators").stream()
                .flatMap(node -> AdvertisedNode.findOffers(node, seenAt).stream())
                .toList();
        if (nodes.isEmpty()) {
            throw new InputException(
                    "%s lists no orchestrator that can be read. Maybe the gateway is off-chain or has just started."
                            .formatted(url));
        }
        return nodes.stream().flatMap(List::stream).toList();
    }

    private static void add(Map<Listing, Offer> offers, Offer offer, String source, DataIssues issues) {
        Listing listing = new Listing(offer.orchestrator(), offer.uri(), offer.workload());
        Offer first = offers.putIfAbsent(listing, offer);
        if (first != null) {
            offers.put(listing, merged(first, offer));
            issues.add(new DataIssue(
                    "offerRepeated",
                    source,
                    "orchestrators",
                    offer.orchestrator() + " " + offer.workload(),
                    "One node is listed twice with the same model; the two count as one."));
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
