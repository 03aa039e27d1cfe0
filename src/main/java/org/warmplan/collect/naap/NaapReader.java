package org.warmplan.collect.naap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.warmplan.collect.answer.PartText;
import org.warmplan.collect.answer.Payload;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.JsonText;
import tools.jackson.databind.JsonNode;

/** Reads the parts of one snapshot, whichever endpoints they are of. */
final class NaapReader {
    private final Snapshot snapshot;
    private final DataIssues issues;
    private final List<Observation> observations = new ArrayList<>();
    private final LiveDemand demand;
    private final SupplyRows supply;
    private final BatchJobs jobs;

    NaapReader(Snapshot snapshot, DataIssues issues) {
        this.snapshot = snapshot;
        this.issues = issues;
        Instant seenAt = snapshot.instant();
        this.demand = new LiveDemand(seenAt, observations);
        this.supply = new SupplyRows(seenAt, observations);
        this.jobs = new BatchJobs(seenAt);
    }

    /** All that was read, the same for the same snapshot. */
    List<Observation> observations() {
        List<Observation> all = new ArrayList<>(observations);
        all.addAll(jobs.traffic());
        all.addAll(jobs.served());
        return all;
    }

    /** @throws InputException when the part is no answer of an endpoint we know */
    void read(Snapshot.Part part) {
        JsonNode json = JsonText.read(part.url(), PartText.of(part));
        NaapEndpoint endpoint = NaapEndpoint.find(part.url(), Payload.of("", json, new DataIssues()))
                .orElseThrow(() -> new InputException(
                        "%s is no answer of the NaaP API that is known. Maybe it is empty, or of another endpoint."
                                .formatted(part.url())));
        Payload root = Payload.of(snapshot.source(), endpoint.path(), json, issues);
        if (!endpoint.isAnswered(root)) {
            throw new InputException(
                    "%s holds no rows of %s. Maybe it answered with an error, or its format has changed."
                            .formatted(part.url(), endpoint.path()));
        }
        read(endpoint, root, WindowParameter.of(part.url()));
    }

    private void read(NaapEndpoint endpoint, Payload root, Duration window) {
        switch (endpoint) {
            case PIPELINES -> demand.addTotals(root, window);
            case DEMAND -> NaapEndpoint.rows(root).forEach(demand::add);
            case LIVE_MODELS -> NaapEndpoint.rows(root).forEach(supply::addLiveModel);
            case BATCH_MODELS -> NaapEndpoint.rows(root).forEach(supply::addBatchModel);
            case BATCH_JOBS -> NaapEndpoint.rows(root).forEach(jobs::add);
            case PRICING -> NaapEndpoint.rows(root).forEach(supply::addPrice);
            case ORCHESTRATORS -> NaapEndpoint.rows(root).forEach(row -> supply.addOrchestrator(row, window));
        }
    }
}
