package org.warmplan.demand.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.EvidencePolicy;
import org.warmplan.demand.Reading;
import org.warmplan.domain.JobsServed;
import org.warmplan.domain.Load;
import org.warmplan.domain.Traffic;
import org.warmplan.domain.Workload;

/**
 * Batch jobs that an observer of some gateways counts: those that were served, and those that found no orchestrator. Rows
 * by the hour come first; where a workload has none, what nodes were seen to serve; then what was counted for a day.
 */
final class BatchJobs {
    private static final Duration DAY = Duration.ofDays(1);
    private static final double DAYS = 7;
    private static final double LEAST_PART = 1.0 / 168;

    private final Setting setting;
    private final TrafficRows rows;
    private final Spans covered;

    BatchJobs(Setting setting, TrafficRows rows) {
        this.setting = setting;
        this.rows = rows;
        this.covered = rows.covered();
    }

    /** What nodes were seen to serve, as rows of traffic: who asked is not told, so the node stands for the gateway. */
    static List<Traffic> asTraffic(List<JobsServed> served) {
        return served.stream()
                .map(jobs -> new Traffic(
                        jobs.seenAt(),
                        jobs.from(),
                        jobs.to(),
                        "",
                        jobs.uri(),
                        jobs.workload(),
                        jobs.jobs(),
                        jobs.served(),
                        0,
                        0))
                .toList();
    }

    List<Reading> find(Workload workload) {
        return rows.tellOf(workload) ? ofRows(workload) : ofLoads(workload);
    }

    private List<Reading> ofRows(Workload workload) {
        double[] jobs = new double[setting.weeks().count()];
        double[] unmet = new double[jobs.length];
        for (Traffic row : rows.hourly(workload)) {
            int week = rows.weekOf(row);
            jobs[week] += row.served() + row.unmet();
            unmet[week] += row.unmet();
            setting.leftOut().addJobs(LeftOut.Reason.UNSUCCESSFUL, workload, failed(row));
        }
        List<Reading> readings = new ArrayList<>();
        for (int week = 0; week < jobs.length; week++) {
            double part = covered.partOf(week, setting.weeks());
            if (part >= LEAST_PART) {
                String text = "%.0f jobs at the gateways that NaaP follows, %.0f of them found no orchestrator"
                        .formatted(jobs[week], unmet[week]);
                readings.add(reading(workload, week, jobs[week], part, text));
            }
        }
        return readings;
    }

    private static double failed(Traffic row) {
        return (double) Math.max(0, row.requested() - row.served() - row.unmet());
    }

    /** Counts of the last 24 hours, so far apart that no job is in two of them. */
    private List<Reading> ofLoads(Workload workload) {
        double[] jobs = new double[setting.weeks().count()];
        double[] parts = new double[jobs.length];
        double all = 0;
        Instant next = Instant.MIN;
        for (Load load : setting.seen().loads()) {
            Instant middle = load.seenAt().minus(DAY.dividedBy(2));
            int week = setting.weeks().ago(middle);
            if (load.workload().equals(workload)
                    && week != Weeks.NONE
                    && !load.seenAt().isBefore(next)) {
                jobs[week] += load.jobsPerDay();
                parts[week] += 1 / DAYS;
                all += load.jobsPerDay();
                next = load.seenAt().plus(DAY);
            }
        }
        List<Reading> readings = new ArrayList<>();
        for (int week = 0; week < jobs.length && all > 0; week++) {
            if (parts[week] > 0) {
                String text = "%.0f jobs in %.0f days at the gateways that NaaP follows"
                        .formatted(jobs[week], DAYS * parts[week]);
                readings.add(reading(workload, week, jobs[week], parts[week], text));
            }
        }
        return readings;
    }

    private Reading reading(Workload workload, int week, double jobs, double part, String text) {
        EvidencePolicy.BatchJobs policy = setting.evidence().batchJobs();
        return new Reading(
                EvidenceKind.BATCH_JOBS, workload, week, jobs, part * policy.coverage(), policy.spread(), text);
    }

    /** Jobs by the hour they were asked for in. */
    HourCounts hours(Workload workload) {
        if (!rows.tellOf(workload)) {
            return HourCounts.NONE;
        }
        HourTally tally = CoveredHours.tally(covered, setting.weeks());
        for (Traffic row : rows.hourly(workload)) {
            Instant middle =
                    row.from().plus(Duration.between(row.from(), row.to()).dividedBy(2));
            tally.add(middle, (double) (row.served() + row.unmet()), 0);
        }
        return tally.counts(setting.evidence().profile().spikeLimit(), 1);
    }
}
