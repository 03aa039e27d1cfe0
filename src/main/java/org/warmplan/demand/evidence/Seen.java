package org.warmplan.demand.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.domain.Earnings;
import org.warmplan.domain.JobsServed;
import org.warmplan.domain.Load;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.OwnMetric;
import org.warmplan.domain.TestRun;
import org.warmplan.domain.Traffic;
import org.warmplan.domain.Workload;

/**
 * What was observed in the weeks, each kind by itself and oldest first. Of a node's offers of one workload those told at one
 * instant count once, the first.
 */
final class Seen {
    private static final Comparator<Observation> OLDEST_FIRST = Comparator.comparing(Observation::seenAt);

    private final Map<Workload, Map<Node, List<Offer>>> offers = new HashMap<>();
    private final Map<Node, NavigableSet<Instant>> answers = new HashMap<>();
    private final NavigableSet<Instant> looks = new TreeSet<>();
    private final List<Traffic> traffic = new ArrayList<>();
    private final List<JobsServed> served = new ArrayList<>();
    private final List<Load> loads = new ArrayList<>();
    private final List<Earnings> earnings = new ArrayList<>();
    private final List<OwnMetric> own = new ArrayList<>();
    private final List<TestRun> tests = new ArrayList<>();

    private Seen() {}

    static Seen of(List<Observation> observations, Weeks weeks) {
        Seen seen = new Seen();
        Instant start = weeks.start();
        Instant end = weeks.at();
        for (Observation observation : observations) {
            if (!observation.seenAt().isBefore(start) && !observation.seenAt().isAfter(end)) {
                seen.add(observation);
            }
        }
        seen.sort();
        return seen;
    }

    private void add(Observation observation) {
        if (observation instanceof Offer offer) {
            offers.computeIfAbsent(offer.workload(), w -> new HashMap<>())
                    .computeIfAbsent(Node.of(offer), n -> new ArrayList<>())
                    .add(offer);
        } else if (observation instanceof Traffic row) {
            traffic.add(row);
        } else if (observation instanceof JobsServed jobs) {
            served.add(jobs);
        } else if (observation instanceof Load load) {
            loads.add(load);
        } else if (observation instanceof Earnings earned) {
            earnings.add(earned);
        } else if (observation instanceof OwnMetric metric) {
            own.add(metric);
        } else if (observation instanceof TestRun test) {
            tests.add(test);
        }
    }

    private void sort() {
        for (Map<Node, List<Offer>> byNode : offers.values()) {
            byNode.forEach((node, list) -> {
                list.sort(OLDEST_FIRST);
                dropRepeated(list);
                NavigableSet<Instant> answered = answers.computeIfAbsent(node, n -> new TreeSet<>());
                list.forEach(offer -> answered.add(offer.seenAt()));
            });
        }
        answers.values().forEach(looks::addAll);
        List.of(traffic, served, loads, earnings, own, tests).forEach(list -> list.sort(OLDEST_FIRST));
    }

    private static void dropRepeated(List<Offer> sorted) {
        Instant[] last = {Instant.MIN};
        sorted.removeIf(offer -> {
            boolean repeated = offer.seenAt().equals(last[0]);
            last[0] = offer.seenAt();
            return repeated;
        });
    }

    /** Everything that anybody offered, warm or cold. */
    Set<Workload> offered() {
        return Collections.unmodifiableSet(offers.keySet());
    }

    /** Each node's offers of a workload, oldest first. */
    SortedMap<Node, List<Offer>> offersOf(Workload workload) {
        return new TreeMap<>(offers.getOrDefault(workload, Map.of()));
    }

    /** When a node answered at all, whatever it offered. */
    NavigableSet<Instant> answersOf(Node node) {
        return answers.getOrDefault(node, Collections.emptyNavigableSet());
    }

    Set<Node> nodes() {
        return Collections.unmodifiableSet(answers.keySet());
    }

    /** When the network was looked at. */
    NavigableSet<Instant> looks() {
        return Collections.unmodifiableNavigableSet(looks);
    }

    List<Traffic> traffic() {
        return Collections.unmodifiableList(traffic);
    }

    List<JobsServed> served() {
        return Collections.unmodifiableList(served);
    }

    List<Load> loads() {
        return Collections.unmodifiableList(loads);
    }

    List<Earnings> earnings() {
        return Collections.unmodifiableList(earnings);
    }

    List<OwnMetric> own() {
        return Collections.unmodifiableList(own);
    }

    List<TestRun> tests() {
        return Collections.unmodifiableList(tests);
    }
}
