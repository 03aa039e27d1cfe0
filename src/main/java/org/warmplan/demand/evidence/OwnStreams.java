package org.warmplan.demand.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.demand.AddressBook;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Address;
import org.warmplan.domain.Observation;
import org.warmplan.domain.OwnMetric;
import org.warmplan.domain.Workload;

/**
 * Live containers of the own node in use, when its page was read. Only looks at which nobody looked at the whole network
 * count: the own containers are part of what the network shows. What share they are of it is hardly known.
 */
final class OwnStreams {
    private static final String BY_URI = "orchestrator_uri=";

    private final Setting setting;
    private final SortedMap<Workload, SortedMap<Instant, Double>> inUse = new TreeMap<>();

    OwnStreams(Setting setting, List<Observation> observations) {
        this.setting = setting;
        boolean named =
                setting.seen().own().stream().anyMatch(metric -> metric.detail().contains(BY_URI));
        AddressBook book = AddressBook.of(named ? observations : List.of());
        for (OwnMetric metric : setting.seen().own()) {
            Workload workload = metric.workload();
            if (metric.name() == OwnMetric.Name.CONTAINERS_IN_USE
                    && workload != null
                    && workload.pipeline().isLive()
                    && isOwn(metric, book)
                    && !isNearALook(metric.seenAt())) {
                inUse.computeIfAbsent(workload, w -> new TreeMap<>())
                        .merge(metric.seenAt(), metric.value(), Double::sum);
            }
        }
    }

    /** A gateway's page tells of the containers of every orchestrator it knows. */
    private boolean isOwn(OwnMetric metric, AddressBook book) {
        int place = metric.detail().indexOf(BY_URI);
        if (place < 0) {
            return true;
        }
        String uri = metric.detail().substring(place + BY_URI.length()).split(" ", 2)[0];
        Optional<Address> who = book.findOrchestrator(uri);
        return who.isEmpty() || who.get().equals(setting.self());
    }

    private boolean isNearALook(Instant at) {
        NavigableSet<Instant> looks = setting.seen().looks();
        Duration spacing = setting.policy().sampleSpacing();
        Instant before = looks.floor(at);
        Instant after = looks.ceiling(at);
        return (before != null && Duration.between(before, at).compareTo(spacing) < 0)
                || (after != null && Duration.between(at, after).compareTo(spacing) < 0);
    }

    NavigableSet<Workload> workloads() {
        return new TreeSet<>(inUse.keySet());
    }

    List<Reading> find(Workload workload) {
        SortedMap<Integer, EffectiveLooks> looks = new TreeMap<>();
        double[] busy = new double[setting.weeks().count()];
        Instant next = Instant.MIN;
        for (var look : inUse.getOrDefault(workload, new TreeMap<>()).entrySet()) {
            int week = setting.weeks().ago(look.getKey());
            if (week != Weeks.NONE && !look.getKey().isBefore(next)) {
                looks.computeIfAbsent(
                                week,
                                w -> new EffectiveLooks(
                                        setting.evidence().liveInUse().correlationHours()))
                        .add(look.getKey(), 1);
                busy[week] += look.getValue();
                next = look.getKey().plus(setting.policy().sampleSpacing());
            }
        }
        List<Reading> readings = new ArrayList<>();
        looks.forEach((week, effective) -> readings.add(reading(workload, week, effective, busy[week])));
        return readings;
    }

    private Reading reading(Workload workload, int week, EffectiveLooks looks, double busy) {
        Address self = setting.self();
        ShareOf.Part share =
                self == null ? new ShareOf.Part(0.01, 0.1, 1) : setting.shareOf(week, workload, Set.of(self));
        String text = "your node had %.0f containers in use in %.0f looks, with %.1f %% of all"
                .formatted(busy, looks.weights(), 100 * share.mid());
        return new Reading(
                EvidenceKind.OWN_COUNTERS,
                workload,
                week,
                busy / looks.weights() * looks.count(),
                looks.count() * share.mid(),
                Spread.together(setting.evidence().ownCountersSpread(), share.spread()),
                text);
    }
}
