package org.warmplan.demand.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.domain.Traffic;
import org.warmplan.domain.Workload;

/**
 * Traffic as one observer told it, every span counted once: snapshots overlap, because late events still change the last
 * hours, and the latest one to tell stands. Totals over all gateways are kept apart from rows by the hour.
 */
final class TrafficRows {
    /** A row of no gateway is a total when it counts more than an hour. */
    private static final Duration HOUR = Duration.ofHours(1);

    private final Setting setting;
    private final Map<Workload, List<Traffic>> hourly = new HashMap<>();
    private final Map<Workload, List<Traffic>> totals = new HashMap<>();
    private final NavigableSet<Workload> told = new TreeSet<>();
    private final SortedMap<Instant, Instant> firstRows = new TreeMap<>();

    private record Key(Instant from, String org, String gateway, Workload workload) {}

    private TrafficRows(Setting setting) {
        this.setting = setting;
    }

    /** @param rows of live video or of batch, oldest snapshot first */
    static TrafficRows of(Setting setting, Collection<Traffic> rows) {
        TrafficRows traffic = new TrafficRows(setting);
        Map<Key, Traffic> latest = new LinkedHashMap<>();
        for (Traffic row : rows) {
            if (isTotal(row)) {
                traffic.totals
                        .computeIfAbsent(row.workload(), w -> new ArrayList<>())
                        .add(row);
            } else {
                latest.put(new Key(row.from(), row.org(), row.gateway(), row.workload()), row);
                traffic.firstRows.merge(row.seenAt(), row.from(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        latest.values().forEach(traffic::keep);
        return traffic;
    }

    private static boolean isTotal(Traffic row) {
        return row.org().isEmpty()
                && row.gateway().isEmpty()
                && Duration.between(row.from(), row.to()).compareTo(HOUR) > 0;
    }

    private void keep(Traffic row) {
        if (weekOf(row) == Weeks.NONE) {
            return;
        }
        String tester = testerOf(row);
        if (setting.isIgnored(row.workload())) {
            leaveOut(LeftOut.Reason.IGNORED_MODEL, row.workload().id(), row);
            return;
        }
        told.add(row.workload());
        if (!tester.isEmpty()) {
            leaveOut(LeftOut.Reason.LOAD_TEST, tester, row);
        } else {
            hourly.computeIfAbsent(row.workload(), w -> new ArrayList<>()).add(row);
        }
    }

    /** The name by which policy knows a row's sender for a load test; empty when it does not. */
    private String testerOf(Traffic row) {
        for (String name : List.of(row.org(), row.gateway())) {
            if (!name.isEmpty()
                    && setting.evidence()
                            .loadTestGateways()
                            .contains(name.strip().toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
        return "";
    }

    private void leaveOut(LeftOut.Reason reason, String what, Traffic row) {
        double requested = (double) row.requested();
        setting.leftOut()
                .add(
                        row.workload().pipeline().isLive()
                                ? new LeftOut(reason, what, requested, row.minutes(), 0)
                                : new LeftOut(reason, what, 0, 0, requested));
    }

    /** The week that a row's middle lies in. */
    int weekOf(Traffic row) {
        return setting.weeks()
                .ago(row.from().plus(Duration.between(row.from(), row.to()).dividedBy(2)));
    }

    boolean isEmpty() {
        return told.isEmpty() && totals.isEmpty();
    }

    /** All workloads anybody asked for. */
    NavigableSet<Workload> workloads() {
        NavigableSet<Workload> all = new TreeSet<>(told);
        totals.keySet().stream()
                .filter(workload -> !setting.isIgnored(workload))
                .forEach(all::add);
        return all;
    }

    /**
     * Whether rows by the hour tell of a workload. It may have none left: then only tests asked for it, which totals and
     * counters cannot know.
     */
    boolean tellOf(Workload workload) {
        return told.contains(workload);
    }

    /** Rows by the hour and gateway. */
    List<Traffic> hourly(Workload workload) {
        return hourly.getOrDefault(workload, List.of());
    }

    /** Totals over all gateways, oldest snapshot first; they overlap. */
    List<Traffic> totals(Workload workload) {
        return totals.getOrDefault(workload, List.of());
    }

    /** The time that rows by the hour tell of, whether or not anything was asked for in it. */
    Spans covered() {
        return Spans.covered(firstRows);
    }
}
