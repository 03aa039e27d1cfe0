package org.warmplan.demand.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.EvidencePolicy;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Traffic;
import org.warmplan.domain.Workload;

/**
 * Live sessions that an observer of some gateways counts: minutes over the minutes of the week are mean streams. Sessions
 * that found no orchestrator are demand too, though nobody earned from them, and are taken for as long as the others.
 * Sessions last as if by chance, so their number is known as well as half as many counted things.
 */
final class LiveSessions {
    private static final double WEEK_MINUTES = Weeks.WEEK.toMinutes();
    private static final double PER_EVENT = 2;

    /** Under this part of a week, a total over all gateways that tells of more of it is used instead. */
    private static final double TOTAL_IS_BETTER = 2;

    /** Less of a week tells nothing. */
    private static final double LEAST_PART = 1.0 / 168;

    private final Setting setting;
    private final TrafficRows rows;
    private final Spans covered;
    private final double usualMinutes;

    LiveSessions(Setting setting, TrafficRows rows) {
        this.setting = setting;
        this.rows = rows;
        this.covered = rows.covered();
        Sum all = new Sum();
        rows.workloads().forEach(workload -> rows.hourly(workload).forEach(all::add));
        this.usualMinutes =
                minutes(all.minutes, all.served, setting.evidence().sessions().minutes());
    }

    /** Sessions and minutes of a week. */
    private static final class Sum {
        private double requested;
        private double served;
        private double unmet;
        private double minutes;

        void add(Traffic row) {
            requested += row.requested();
            served += row.served();
            unmet += row.unmet();
            minutes += row.minutes();
        }
    }

    List<Reading> find(Workload workload) {
        Sum[] byWeek = byWeek(workload);
        double length = sessionMinutes(byWeek);
        List<Reading> readings = new ArrayList<>();
        for (int week = 0; week < byWeek.length; week++) {
            double part = rows.tellOf(workload) ? covered.partOf(week, setting.weeks()) : 0;
            Traffic total = findTotal(workload, week).orElse(null);
            double ofTotal = total == null ? 0 : partOf(week, total);
            if (total != null && ofTotal > TOTAL_IS_BETTER * part) {
                readings.add(ofTotal(workload, week, total, ofTotal));
            } else if (part >= LEAST_PART) {
                readings.add(ofRows(workload, week, byWeek[week], part, length));
            }
        }
        return readings;
    }

    private Sum[] byWeek(Workload workload) {
        Sum[] byWeek = new Sum[setting.weeks().count()];
        for (int week = 0; week < byWeek.length; week++) {
            byWeek[week] = new Sum();
        }
        for (Traffic row : rows.hourly(workload)) {
            byWeek[rows.weekOf(row)].add(row);
        }
        return byWeek;
    }

    /** How long a session lasts: from those that were served, else as those of all workloads. */
    private double sessionMinutes(Sum... sums) {
        double minutes = 0;
        double served = 0;
        for (Sum sum : sums) {
            minutes += sum.minutes;
            served += sum.served;
        }
        return minutes(minutes, served, usualMinutes);
    }

    private static double minutes(double minutes, double served, double otherwise) {
        return Math.min(WEEK_MINUTES, Math.max(1, served > 0 && minutes > 0 ? minutes / served : otherwise));
    }

    private Reading ofRows(Workload workload, int week, Sum sum, double part, double length) {
        double failed = Math.max(0, sum.requested - sum.served - sum.unmet);
        setting.leftOut().addLive(LeftOut.Reason.UNSUCCESSFUL, workload.id(), failed, 0);
        String text = "%.0f minutes of %.0f sessions at the gateways that NaaP follows, %.0f more found no orchestrator"
                .formatted(sum.minutes, sum.served, sum.unmet);
        return reading(workload, week, sum.minutes + sum.unmet * length, part, length, text);
    }

    private Reading ofTotal(Workload workload, int week, Traffic total, double part) {
        Sum sum = new Sum();
        sum.minutes = total.minutes();
        sum.served = total.requested();
        double span = Duration.between(total.from(), total.to()).toMinutes() / WEEK_MINUTES;
        String text = "%.0f minutes of %d sessions in %.1f days at all gateways that NaaP follows"
                .formatted(total.minutes(), total.requested(), 7 * span);
        return reading(workload, week, total.minutes() * part / span, part, sessionMinutes(sum), text);
    }

    private Reading reading(Workload workload, int week, double minutes, double part, double length, String text) {
        EvidencePolicy.Sessions policy = setting.evidence().sessions();
        double exposure = WEEK_MINUTES * part * policy.coverage() / (PER_EVENT * length);
        return new Reading(
                EvidenceKind.SESSIONS, workload, week, minutes / (PER_EVENT * length), exposure, policy.spread(), text);
    }

    /** The total that tells most of a week; of those that tell as much, the latest. */
    private Optional<Traffic> findTotal(Workload workload, int week) {
        Traffic best = null;
        for (Traffic total : rows.totals(workload)) {
            double part = partOf(week, total);
            if (part >= LEAST_PART && (best == null || part >= partOf(week, best))) {
                best = total;
            }
        }
        return Optional.ofNullable(best);
    }

    private double partOf(int week, Traffic row) {
        return setting.weeks().partOf(week, row.from(), row.to());
    }

    /** Sessions by the hour they went on in. */
    HourCounts hours(Workload workload) {
        if (!rows.tellOf(workload)) {
            return HourCounts.NONE;
        }
        double length = sessionMinutes(byWeek(workload));
        HourTally tally = CoveredHours.tally(covered, setting.weeks());
        for (Traffic row : rows.hourly(workload)) {
            tally.add(middle(row), (row.minutes() / length + row.unmet()) / PER_EVENT, 0);
        }
        return tally.counts(setting.evidence().profile().spikeLimit(), 1);
    }

    private static Instant middle(Traffic row) {
        return row.from().plus(Duration.between(row.from(), row.to()).dividedBy(2));
    }
}
