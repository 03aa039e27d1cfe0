package org.warmplan.demand.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Workload;

/**
 * Jobs counted on single servers while they were watched, added up by week and divided by the share of their orchestrators.
 * The servers of one address get one share together, so one server of two that is watched shows half of it. What testers
 * are known to have asked is left out; where that is not known, the part that policy assumes.
 */
final class WatchedJobs {
    private final Setting setting;
    private final TestJobs tests;
    private final Workload workload;
    private final SortedMap<Integer, SortedMap<Address, Watched>> byWeek = new TreeMap<>();

    WatchedJobs(Setting setting, TestJobs tests, Workload workload) {
        this.setting = setting;
        this.tests = tests;
        this.workload = workload;
    }

    private static final class Watched {
        private double jobs;
        private final SortedMap<String, Double> partOfWeek = new TreeMap<>();

        double weeks() {
            return partOfWeek.values().stream()
                    .mapToDouble(part -> Math.min(1, part))
                    .sum();
        }
    }

    /** Jobs between two instants on one server, spread evenly over the time between. */
    void add(Address orchestrator, String server, Instant from, Instant to, double jobs) {
        double whole = spanInWeeks(from, to);
        Weeks weeks = setting.weeks();
        for (int week = weeks.nearest(to); week <= weeks.nearest(from) && whole > 0; week++) {
            double part = weeks.partOf(week, from, to);
            if (part > 0) {
                Watched watched = byWeek.computeIfAbsent(week, w -> new TreeMap<>())
                        .computeIfAbsent(orchestrator, a -> new Watched());
                watched.jobs += jobs * part / whole;
                watched.partOfWeek.merge(server, part, Double::sum);
            }
        }
    }

    private static double spanInWeeks(Instant from, Instant to) {
        return (double) Duration.between(from, to).toMillis() / Weeks.WEEK.toMillis();
    }

    boolean isEmpty() {
        return byWeek.isEmpty();
    }

    /**
     * A reading for every week that was watched and may be used.
     *
     * @param what whose counters, for the text
     */
    List<Reading> readings(EvidenceKind kind, double spread, String what, IntPredicate usable) {
        List<Reading> readings = new ArrayList<>();
        byWeek.forEach((week, byAddress) -> {
            if (usable.test(week)) {
                readings.add(reading(kind, week, byAddress, spread, what));
            }
        });
        return readings;
    }

    private Reading reading(
            EvidenceKind kind, int week, SortedMap<Address, Watched> byAddress, double spread, String what) {
        double counted = 0;
        double tests = 0;
        double open = 0;
        double exposure = 0;
        for (var entry : byAddress.entrySet()) {
            Address address = entry.getKey();
            Watched watched = entry.getValue();
            TestJobs.Tested tested = this.tests.among(watched.jobs, address, workload, week, watched.weeks());
            counted += watched.jobs;
            tests += tested.tests();
            open += tested.spread() * watched.jobs;
            double servers = Math.max(watched.partOfWeek.size(), serversOf(week, address));
            exposure += setting.shareOf(week, workload, Set.of(address)).mid() * watched.weeks() / servers;
        }
        ShareOf.Part together = setting.shareOf(week, workload, byAddress.keySet());
        setting.leftOut().addJobs(LeftOut.Reason.TESTS, workload, tests);
        double all = Spread.together(spread, together.spread(), counted > 0 ? open / counted : 0);
        String text =
                "%s counted %.0f jobs, %.0f of them taken for tests or failures, where %.1f %% of the network's week was watched"
                        .formatted(what, counted, tests, 100 * exposure);
        return new Reading(kind, workload, week, counted - tests, exposure, all, text);
    }

    private long serversOf(int week, Address address) {
        return setting.supply().of(week).offersOf(workload).stream()
                .filter(offer -> offer.isWarm() && offer.orchestrator().equals(address))
                .map(Offer::uri)
                .distinct()
                .count();
    }
}
