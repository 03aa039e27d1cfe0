package org.warmplan.demand.evidence;

import java.util.List;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Traffic;

/**
 * What found no orchestrator, as a part of what was asked for at the gateways that an observer follows. It is taken for
 * the part everywhere: what containers, counters and earnings tell of is only what was served.
 */
final class Unserved {
    /** Requests that count for as much as the guess that all are served. */
    private static final double PRIOR = 5;

    /** Where nearly nothing is served, what is served tells nearly nothing. */
    private static final double MOST = 0.95;

    /** By this much of its logarithm the part may differ between gateways. */
    private static final double SPREAD = 0.5;

    private final double[] parts;

    private Unserved(double... parts) {
        this.parts = parts;
    }

    /** By week, from the hourly rows of one workload. */
    static Unserved of(List<Traffic> rows, TrafficRows traffic, int weeks) {
        double[] served = new double[weeks];
        double[] unmet = new double[weeks];
        for (Traffic row : rows) {
            int week = traffic.weekOf(row);
            served[week] += row.served();
            unmet[week] += row.unmet();
        }
        double[] parts = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            parts[week] = Math.min(MOST, unmet[week] / (served[week] + unmet[week] + PRIOR));
        }
        return new Unserved(parts);
    }

    /** The reading of all demand that a reading of what was served stands for. */
    Reading demand(Reading served) {
        double part = parts[served.weeksAgo()];
        boolean isOfServed = switch (served.kind()) {
            case OWN_COUNTERS, LIVE_IN_USE, CAPACITY_DRIFT, EARNINGS -> true;
            case SESSIONS, BATCH_JOBS, CAPACITY_SINCE_START, REGISTRATIONS -> false;
        };
        if (!isOfServed || part == 0) {
            return served;
        }
        double odds = SPREAD * part;
        return new Reading(
                served.kind(),
                served.workload(),
                served.weeksAgo(),
                served.events(),
                served.exposure() * (1 - part),
                Math.sqrt(served.spread() * served.spread() + odds * odds),
                "%s; %.0f %% more found no orchestrator".formatted(served.text(), 100 * part / (1 - part)));
    }
}
