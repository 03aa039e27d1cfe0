package org.warmplan.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.Collector;
import org.warmplan.collect.Outcome;
import org.warmplan.collect.SourceKinds;
import org.warmplan.collect.ask.Fetcher;
import org.warmplan.collect.ask.Sleeper;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.collect.network.NetworkCapabilitiesSource;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;
import org.warmplan.worker.watch.NetworkView;

/** What the network shows of an orchestrator now. Nothing is filed. A minute's old answer is not asked for again. */
final class NetworkQuestion {
    private static final Duration FRESH = Duration.ofSeconds(60);

    private final Surroundings surroundings;
    private final Sleeper sleeper;
    private final @Nullable Address orchestrator;
    private final List<SourceSettings> sources;
    private final List<String> notes = new ArrayList<>();
    private @Nullable Instant asked;
    private @Nullable NetworkView answer;

    NetworkQuestion(
            Surroundings surroundings, Sleeper sleeper, @Nullable Address orchestrator, List<SourceSettings> sources) {
        this.surroundings = surroundings;
        this.sleeper = sleeper;
        this.orchestrator = orchestrator;
        this.sources = sources.stream()
                .filter(source -> source.kind().equals(NetworkCapabilitiesSource.KIND))
                .toList();
    }

    /** What it shows, null when it was not asked or did not answer; {@link #notes} say why. */
    @Nullable
    NetworkView ask(Instant now) {
        if (asked != null && Duration.between(asked, now).compareTo(FRESH) < 0) {
            return answer;
        }
        asked = now;
        notes.clear();
        answer = orchestrator == null ? null : answer(orchestrator, now);
        if (orchestrator == null) {
            notes.add(
                    "No orchestrator address is known, so the network was not asked. Maybe add orchestrator: to fleet.yaml.");
        } else if (sources.isEmpty()) {
            notes.add("No source of kind %s is named, so the network was not asked. Maybe add one to the sources file."
                    .formatted(NetworkCapabilitiesSource.KIND));
        }
        return answer;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private @Nullable NetworkView answer(Address address, Instant now) {
        List<Offer> offers = new ArrayList<>();
        boolean answered = false;
        Fetcher fetcher = new Fetcher(surroundings.clock(), new Random(0), sleeper);
        for (Outcome outcome : new Collector(fetcher, SourceKinds.list()).collect(sources, now)) {
            if (outcome instanceof Outcome.Collected collected) {
                answered = true;
                collected.reading().observations().stream()
                        .filter(Offer.class::isInstance)
                        .map(Offer.class::cast)
                        .forEach(offers::add);
            } else if (outcome instanceof Outcome.Failed failed) {
                notes.add("The network was not seen: " + failed.message());
            }
        }
        return answered ? NetworkView.of(address, offers) : null;
    }
}
