package org.warmplan.demand.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.OwnMetric;
import org.warmplan.domain.Workload;

/**
 * Jobs that the own node counted, divided by the share it is thought to get while it has the workload warm. A counter comes
 * to be with its first job (go-livepeer monitor/census.go at 176aa415), so one that a page does not have stands at nothing:
 * a workload that was warm all the time and has no counter is one that nobody asked for.
 */
final class OwnCounters {
    /** Stands for the own address when the fleet file names none. */
    private static final Address UNNAMED = new Address("0x" + "0".repeat(40));

    private final Setting setting;
    private final TestJobs tests;
    private final Address own;
    private final SortedMap<String, NavigableSet<Instant>> pages = new TreeMap<>();
    private final SortedMap<Workload, SortedMap<String, List<OwnMetric>>> counters = new TreeMap<>();

    OwnCounters(Setting setting, TestJobs tests) {
        this.setting = setting;
        this.tests = tests;
        this.own = setting.self() == null ? UNNAMED : setting.self();
        for (OwnMetric metric : setting.seen().own()) {
            pages.computeIfAbsent(metric.node(), n -> new TreeSet<>()).add(metric.seenAt());
            Workload workload = metric.workload();
            if (metric.name() == OwnMetric.Name.REQUESTS && workload != null) {
                counters.computeIfAbsent(workload, w -> new TreeMap<>())
                        .computeIfAbsent(metric.node() + "\n" + metric.detail(), k -> new ArrayList<>())
                        .add(metric);
            }
        }
    }

    /** Batch workloads that the own node counts or has warm. */
    NavigableSet<Workload> workloads() {
        NavigableSet<Workload> all = new TreeSet<>(counters.keySet());
        if (!pages.isEmpty()) {
            setting.seen().offered().stream()
                    .filter(workload -> !workload.pipeline().isLive() && isWarmIn(0, workload))
                    .forEach(all::add);
        }
        all.removeIf(workload -> workload.pipeline().isLive());
        return all;
    }

    /** A reading for every week in which the own counters were watched while the workload was warm. */
    List<Reading> find(Workload workload) {
        WatchedJobs watched = new WatchedJobs(setting, tests, workload);
        Map<String, List<OwnMetric>> byCounter = counters.getOrDefault(workload, new TreeMap<>());
        if (byCounter.isEmpty()) {
            pages.forEach((node, instants) -> watched.add(own, node, instants.first(), instants.last(), 0));
            return readings(watched, week -> isWarmIn(week, workload));
        }
        Map<String, Boolean> seen = new HashMap<>();
        byCounter.values().forEach(readings -> {
            boolean first = seen.putIfAbsent(readings.get(0).node(), true) == null;
            add(watched, readings, first);
        });
        return readings(watched, week -> isWarmIn(week, workload) || !isColdIn(week, workload));
    }

    private List<Reading> readings(WatchedJobs watched, IntPredicate usable) {
        String what = setting.self() == null ? "your node, whose address is not known," : "your node";
        return watched.readings(EvidenceKind.OWN_COUNTERS, setting.evidence().ownCountersSpread(), what, usable);
    }

    /** Several counters of one node and workload, told apart by labels, were watched for the same time: it counts once. */
    private void add(WatchedJobs watched, List<OwnMetric> readings, boolean first) {
        List<OwnMetric> whole = withAbsences(readings);
        for (int i = 1; i < whole.size(); i++) {
            OwnMetric before = whole.get(i - 1);
            OwnMetric after = whole.get(i);
            CounterGrowth growth = CounterGrowth.of(List.of(before, after));
            if (growth.resets() > 0) {
                setting.issues().add(reset(before, after));
            }
            String server = first ? before.node() : "";
            watched.add(own, server, before.seenAt(), after.seenAt(), growth.growth());
        }
    }

    /** With the last page before the counter came to be and the first after it was gone, on which it stood at nothing. */
    private List<OwnMetric> withAbsences(List<OwnMetric> readings) {
        OwnMetric first = readings.get(0);
        OwnMetric last = readings.get(readings.size() - 1);
        NavigableSet<Instant> told = pages.getOrDefault(first.node(), new TreeSet<>());
        List<OwnMetric> whole = new ArrayList<>(readings);
        Instant before = told.lower(first.seenAt());
        if (before != null) {
            whole.add(0, first.absentAt(before));
            Instant start = told.first();
            if (start.isBefore(before)) {
                whole.add(0, first.absentAt(start));
            }
        }
        Instant end = told.last();
        if (end.isAfter(last.seenAt())) {
            whole.add(last.absentAt(end));
        }
        return whole;
    }

    private boolean isWarmIn(int week, Workload workload) {
        return setting.warmIn(week, workload).stream()
                .anyMatch(rival -> rival.address().equals(own));
    }

    /** Seen on offer, but cold: while others have it warm, jobs come by chance and stand for nothing. */
    private boolean isColdIn(int week, Workload workload) {
        return !setting.warmIn(week, workload).isEmpty()
                && setting.supply().of(week).offersOf(workload).stream()
                        .anyMatch(offer -> offer.orchestrator().equals(own));
    }

    private static DataIssue reset(OwnMetric before, OwnMetric after) {
        return new DataIssue(
                "counterReset",
                "own metrics",
                before.node() + " " + before.workload(),
                "%.0f -> %.0f".formatted(before.value(), after.value()),
                "A counter of your node fell: it restarted, and the jobs between the last look and that are not counted.");
    }
}
