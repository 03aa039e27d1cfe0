package org.warmplan.replay.show;

import java.time.Instant;
import org.warmplan.domain.Workload;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.WeekLog;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows of {@code requests/ai-batch/jobs}: a row for every batch job that a followed gateway was asked for. */
final class NaapJobs {
    private static final int MILLIS_PER_MINUTE = 60_000;
    private static final int MILLIS_PER_HOUR = 3_600_000;

    private final Followed followed;
    private final Timeline timeline;
    private final Chance chance;

    NaapJobs(Followed followed, Timeline timeline, long seed) {
        this.followed = followed;
        this.timeline = timeline;
        this.chance = new Chance(seed, "naap jobs");
    }

    /** In the order of hours. Jobs of the last tenth of the last hour have not yet arrived. */
    ArrayNode rows(int from, int to) {
        ArrayNode rows = Answer.list();
        for (int hour = from; hour < to; hour++) {
            for (int workload = 0; workload < cast().workloads().size(); workload++) {
                if (!cast().workloads().get(workload).isLive()) {
                    addRows(rows, workload, hour, hour == to - 1 ? 0.9 : 1);
                }
            }
        }
        return rows;
    }

    private void addRows(ArrayNode rows, int workload, int hour, double arrived) {
        long[] left = new long[0];
        for (int gateway : followed.gateways()) {
            long requested = followed.requested(gateway, workload, hour);
            if (requested > 0 && left.length == 0) {
                left = finished(workload, hour);
            }
            Jobs job = new Jobs(gateway, workload, hour, requested > 0 ? millis(gateway, workload, hour) : 0);
            for (int number = 0; number < requested; number++) {
                double within = chance.fraction(gateway, workload, hour, number, 1);
                if (within < arrived) {
                    rows.add(row(job, number, within, left));
                }
            }
        }
    }

    /** Jobs of a gateway and a workload in an hour: the first are served, the next found nobody, the last failed. */
    private record Jobs(int gateway, int workload, int hour, long millis) {}

    private ObjectNode row(Jobs jobs, int number, double within, long[] left) {
        long served = followed.served(jobs.gateway(), jobs.workload(), jobs.hour());
        long unmet = followed.unmet(jobs.gateway(), jobs.workload(), jobs.hour());
        boolean success = number < served;
        boolean none = !success && number < served + unmet;
        Workload workload = cast().workloads().get(jobs.workload()).workload();
        Instant completedAt = timeline.at(jobs.hour()).plusMillis((long) (within * MILLIS_PER_HOUR));
        ObjectNode row = Answer.object()
                .put("request_id", "%d-%d-%d-%d".formatted(jobs.gateway(), jobs.workload(), jobs.hour(), number))
                .put("org", followed.org(jobs.gateway()))
                .put("gateway", followed.name(jobs.gateway()))
                .put("pipeline", workload.pipeline().slug())
                .put("model_id", workload.modelId())
                .put("completed_at", completedAt.toString())
                .put("success", success)
                .put("tries", none ? 0 : 1)
                .put("duration_ms", success ? jobs.millis() : 0)
                .put("selection_outcome", none ? "no_orch" : "selected");
        int node = none ? -1 : pick(left, chance.fraction(jobs.gateway(), jobs.workload(), jobs.hour(), number, 2));
        row.put("orch_url", node < 0 ? "" : cast().nodes().get(node).uri());
        row.put("attribution_status", node < 0 ? "unresolved" : "resolved");
        return row;
    }

    /** What a job of a gateway took on average over the week: so their sum is what containers worked for it. */
    private long millis(int gateway, int workload, int hour) {
        WeekLog log = followed.weeks().week(hour).log();
        double minutes = 0;
        long served = 0;
        for (int at = 0; at < WeekLog.HOURS; at++) {
            minutes += log.minutes(gateway, workload, at);
            served += log.served(gateway, workload, at);
        }
        return served == 0 ? 0 : Math.round(minutes * MILLIS_PER_MINUTE / served);
    }

    /** Jobs by node that ended well in an hour or the one after, for users and testers. */
    private long[] finished(int workload, int hour) {
        long[] finished = new long[cast().nodes().size()];
        PlayedWeeks.Week week = followed.weeks().week(hour);
        for (int node = 0; node < finished.length; node++) {
            int offer = week.log().findOffer(node, workload);
            int at = PlayedWeeks.hourOfWeek(hour);
            for (int later = at; offer >= 0 && later <= Math.min(at + 1, WeekLog.HOURS - 1); later++) {
                finished[node] += week.log().finished(offer, later) + week.log().tests(offer, later);
            }
        }
        return finished;
    }

    /** Takes one of what is left, at random; -1 when nothing is. */
    private static int pick(long[] left, double place) {
        long sum = 0;
        for (long jobs : left) {
            sum += jobs;
        }
        long at = (long) (place * sum);
        for (int node = 0; node < left.length; node++) {
            at -= left[node];
            if (at < 0 && left[node] > 0) {
                left[node]--;
                return node;
            }
        }
        return -1;
    }

    private Cast cast() {
        return followed.cast();
    }
}
