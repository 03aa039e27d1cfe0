package org.warmplan.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.Window;

/** {@link History#of}. */
final class ReadHistory implements History {
    private final SnapshotStore store;
    private final SnapshotReaders readers;

    ReadHistory(SnapshotStore store, SnapshotReaders readers) {
        this.store = store;
        this.readers = readers;
    }

    @Override
    public Observed observe(Window window, Predicate<String> sources) {
        List<InputSnapshot> inputs = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        List<DataIssue> issues = new ArrayList<>();
        for (SnapshotId id : store.list(window.to())) {
            if (window.contains(id.instant()) && sources.test(id.source())) {
                SnapshotLook look = look(id);
                Snapshot snapshot = look.snapshot();
                SnapshotLook.Problem problem = look.problem();
                if (problem != null) {
                    issues.add(problem.issue(id));
                } else if (snapshot != null) {
                    inputs.add(InputSnapshot.of(snapshot));
                    observations.addAll(look.reading().observations());
                    issues.addAll(look.reading().issues());
                }
            }
        }
        observations.sort(Comparator.comparing(Observation::seenAt));
        return new Observed(inputs, observations, issues);
    }

    @Override
    public List<Offer> offersWithCards(Address orchestrator, Instant upTo) {
        return store.list(upTo).stream()
                .sorted(Comparator.comparing(SnapshotId::instant).reversed())
                .map(id -> offersWithCards(orchestrator, look(id)))
                .filter(offers -> !offers.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Offer> offersWithCards(Address orchestrator, SnapshotLook look) {
        return look.reading().observations().stream()
                .filter(Offer.class::isInstance)
                .map(Offer.class::cast)
                .filter(offer -> offer.orchestrator().equals(orchestrator)
                        && !offer.gpus().isEmpty())
                .toList();
    }

    @Override
    public List<FiledSnapshot> filed() {
        return store.list(Instant.MAX).stream()
                .map(id -> look(id).listed(store.look(id).bytes()))
                .toList();
    }

    private SnapshotLook look(SnapshotId id) {
        return SnapshotLook.at(store, readers, id);
    }
}
