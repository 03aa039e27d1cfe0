package org.warmplan.collect.network;

import java.util.List;
import org.warmplan.collect.answer.AdvertisedNetwork;
import org.warmplan.collect.answer.PartText;
import org.warmplan.collect.answer.Payload;
import org.warmplan.collect.ask.Source;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.JsonText;

/** Reads what a go-livepeer gateway answers on {@code /getNetworkCapabilities}: who offers what. */
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
        DataIssues issues = DataIssues.ofOneSnapshot();
        AdvertisedNetwork network = new AdvertisedNetwork(snapshot.instant());
        for (Snapshot.Part part : snapshot.parts()) {
            Payload root = Payload.of(snapshot.source(), JsonText.read(part.url(), PartText.of(part)), issues);
            network.add(root, part.url());
        }
        return new Reading(List.copyOf(network.offers()), issues.list());
    }
}
