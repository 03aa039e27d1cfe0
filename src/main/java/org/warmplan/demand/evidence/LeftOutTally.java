package org.warmplan.demand.evidence;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.Workload;

/** Adds up what is left out, by reason and by what. */
final class LeftOutTally {
    private final SortedMap<LeftOut.Reason, SortedMap<String, LeftOut>> byReason = new TreeMap<>();

    void addLive(LeftOut.Reason reason, String what, double sessions, double minutes) {
        add(new LeftOut(reason, what, sessions, minutes, 0));
    }

    void addJobs(LeftOut.Reason reason, Workload workload, double jobs) {
        add(new LeftOut(reason, workload.id(), 0, 0, jobs));
    }

    void add(LeftOut some) {
        if (!some.isNothing()) {
            byReason.computeIfAbsent(some.reason(), r -> new TreeMap<>()).merge(some.what(), some, LeftOut::plus);
        }
    }

    /** Sorted by reason and by what. */
    List<LeftOut> list() {
        return byReason.values().stream().flatMap(m -> m.values().stream()).toList();
    }
}
