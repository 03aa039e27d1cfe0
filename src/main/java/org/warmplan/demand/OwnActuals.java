package org.warmplan.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.evidence.CounterGrowth;
import org.warmplan.domain.Address;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.OwnMetric;
import org.warmplan.domain.Workload;

/**
 * What the own node counted, for any span. A counter comes to be with what it first counts (go-livepeer monitor/census.go
 * at 176aa415), so one that a page does not have stands at nothing there.
 */
public final class OwnActuals {
    /** A look this long before the span still tells where its counters began. */
    private static final Duration BEFORE = Duration.ofDays(1);

    /** Fewer looks than these say little of how many streams run at any moment. */
    private static final int LEAST_LOOKS = 24;

    /** A gateway's page tells of the containers of every orchestrator it knows. */
    private static final String OF_OTHERS = "orchestrator_uri=";

    private static final Duration WEEK = Duration.ofDays(7);

    /** By node, its pages. */
    private final SortedMap<String, NavigableMap<Instant, List<OwnMetric>>> pages = new TreeMap<>();

    private final List<Offer> own = new ArrayList<>();

    /**
     * Those of what was observed.
     *
     * @param self the own address, null when unknown
     */
    public OwnActuals(List<Observation> observations, @Nullable Address self) {
        for (Observation observation : observations) {
            if (observation instanceof OwnMetric metric) {
                pages.computeIfAbsent(metric.node(), n -> new TreeMap<>())
                        .computeIfAbsent(metric.seenAt(), i -> new ArrayList<>())
                        .add(metric);
            } else if (observation instanceof Offer offer
                    && offer.orchestrator().equals(self)) {
                own.add(offer);
            }
        }
    }

    /** Whether nothing was ever told by a node of the operator's. */
    public boolean isEmpty() {
        return pages.isEmpty();
    }

    /** What was counted from {@code from} to {@code to}; empty without two looks at a node. */
    public Optional<OwnWeek> find(Instant from, Instant to) {
        Tally tally = new Tally(Duration.between(from, to));
        for (NavigableMap<Instant, List<OwnMetric>> of : pages.values()) {
            Instant before = of.floorKey(from);
            boolean near = before != null && !before.isBefore(from.minus(BEFORE));
            tally.add(of.subMap(near ? before : from, true, to, true), from);
        }
        return tally.watched == 0 ? Optional.empty() : Optional.of(tally.week(shown(from, to)));
    }

    private OwnWeek.Seen shown(Instant from, Instant to) {
        Set<Workload> warm = new TreeSet<>();
        boolean isShown = false;
        for (Offer offer : own) {
            if (offer.seenAt().isAfter(from) && !offer.seenAt().isAfter(to)) {
                isShown = true;
                if (offer.isWarm()) {
                    warm.add(offer.workload());
                }
            }
        }
        return new OwnWeek.Seen(isShown, warm);
    }

    /** One counter of a node. */
    private record Counter(OwnMetric.Name name, @Nullable Workload workload, String detail) {
        static Counter of(OwnMetric metric) {
            return new Counter(metric.name(), metric.workload(), metric.detail());
        }
    }

    private static final class Tally {
        private final Duration span;
        private final SortedMap<Workload, Double> jobs = new TreeMap<>();
        private final SortedMap<Workload, Double> streams = new TreeMap<>();
        private final SortedMap<Workload, Double> gwei = new TreeMap<>();
        private OptionalDouble allGwei = OptionalDouble.empty();
        private double watched;

        Tally(Duration span) {
            this.span = span;
        }

        /** One node's pages, oldest first. */
        void add(NavigableMap<Instant, List<OwnMetric>> looks, Instant from) {
            if (looks.size() < 2) {
                return;
            }
            Duration between = Duration.between(looks.firstKey(), looks.lastKey());
            Instant start = looks.firstKey().isBefore(from) ? from : looks.firstKey();
            double part = seconds(Duration.between(start, looks.lastKey())) / seconds(span);
            if (!(part > 0)) {
                return;
            }
            watched = watched == 0 ? part : Math.min(watched, part);
            counters(looks)
                    .forEach((counter, readings) ->
                            add(counter, CounterGrowth.of(readings).growth() * seconds(WEEK) / seconds(between)));
            addStreams(looks);
        }

        private void add(Counter counter, double aWeek) {
            Workload workload = counter.workload();
            if (counter.name() == OwnMetric.Name.REQUESTS
                    && workload != null
                    && !workload.pipeline().isLive()) {
                jobs.merge(workload, aWeek, Double::sum);
            } else if (counter.name() == OwnMetric.Name.TICKET_VALUE) {
                allGwei = OptionalDouble.of(allGwei.orElse(0) + aWeek);
                if (workload != null) {
                    gwei.merge(workload, aWeek, Double::sum);
                }
            }
        }

        /** The readings of each counter on every page; nothing where a page does not have it. */
        private static Map<Counter, List<OwnMetric>> counters(NavigableMap<Instant, List<OwnMetric>> looks) {
            Map<Counter, OwnMetric> known = new LinkedHashMap<>();
            looks.values()
                    .forEach(page -> page.stream()
                            .filter(metric -> metric.name().isCounter())
                            .forEach(metric -> known.putIfAbsent(Counter.of(metric), metric)));
            Map<Counter, List<OwnMetric>> readings = new LinkedHashMap<>();
            looks.forEach((at, page) -> {
                Map<Counter, OwnMetric> there = new HashMap<>();
                page.forEach(metric -> there.put(Counter.of(metric), metric));
                known.forEach((counter, like) -> readings.computeIfAbsent(counter, c -> new ArrayList<>())
                        .add(there.getOrDefault(counter, like.absentAt(at))));
            });
            return readings;
        }

        /** The mean of what was in use at the looks; a workload that a look does not name was not in use. */
        private void addStreams(NavigableMap<Instant, List<OwnMetric>> looks) {
            if (looks.size() < LEAST_LOOKS) {
                return;
            }
            for (List<OwnMetric> page : looks.values()) {
                for (OwnMetric metric : page) {
                    Workload workload = metric.workload();
                    if (metric.name() == OwnMetric.Name.CONTAINERS_IN_USE
                            && workload != null
                            && workload.pipeline().isLive()
                            && !metric.detail().contains(OF_OTHERS)) {
                        streams.merge(workload, metric.value() / looks.size(), Double::sum);
                    }
                }
            }
        }

        private static double seconds(Duration duration) {
            return duration.toMillis() / 1000.0;
        }

        OwnWeek week(OwnWeek.Seen shown) {
            return new OwnWeek(watched, jobs, streams, gwei, allGwei, shown);
        }
    }
}
