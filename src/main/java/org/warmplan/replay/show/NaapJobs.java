package org.warmplan.replay.show;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.warmplan.domain.Workload;
import org.warmplan.files.JsonText;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.WeekLog;

/** Rows of {@code requests/ai-batch/jobs}: a row for every batch job that a followed gateway was asked for. */
final class NaapJobs {
    private static final int MILLIS_PER_MINUTE = 60_000;

    private final Followed followed;
    private final Timeline timeline;
    private final Chance chance;

    NaapJobs(Followed followed, Timeline timeline, long seed) {
        this.followed = followed;
        this.timeline = timeline;
        this.chance = new Chance(seed, "naap jobs");
    }

    /** As JSON, in the order of hours. Jobs of the last tenth of the last hour have not yet arrived. */
    List<String> rows(int from, int to) {
        List<String> rows = new ArrayList<>();
        for (int hour = from; hour < to; hour++) {
            for (int workload = 0; workload < cast().workloads().size(); workload++) {
                if (!cast().workloads().get(workload).isLive()) {
                    addRows(rows, workload, hour, hour == to - 1 ? NaapDemand.ARRIVED : 1);
                }
            }
        }
        return rows;
    }

    private void addRows(List<String> rows, int workload, int hour, double arrived) {
        long[] left = new long[0];
        for (int gateway : followed.gateways()) {
            long requested = followed.requested(gateway, workload, hour);
            if (requested == 0) {
                continue;
            }
            left = left.length == 0 ? finished(workload, hour) : left;
            Jobs jobs = jobs(gateway, workload, hour);
            for (int number = 0; number < requested; number++) {
                double within = chance.fraction(gateway, workload, hour, number, 1);
                if (within < arrived) {
                    rows.add(row(jobs, number, within, left));
                }
            }
        }
    }

    /**
     * Jobs of a gateway and a workload in an hour: the first are served, the next found nobody, the last failed.
     *
     * @param alike what all their rows say, as the beginning of a JSON object
     */
    private record Jobs(int gateway, int workload, int hour, String alike, long served, long unmet, long millis) {}

    private Jobs jobs(int gateway, int workload, int hour) {
        Workload asked = cast().workloads().get(workload).workload();
        String alike = JsonText.writeLine(Answer.object()
                .put("org", followed.org(gateway))
                .put("gateway", followed.name(gateway))
                .put("pipeline", asked.pipeline().slug())
                .put("model_id", asked.modelId()));
        return new Jobs(
                gateway,
                workload,
                hour,
                alike.substring(0, alike.length() - 1),
                followed.served(gateway, workload, hour),
                followed.unmet(gateway, workload, hour),
                millis(gateway, workload, hour));
    }

    /** Put together by hand: there are tens of thousands a week, and nothing in what differs needs to be escaped. */
    private String row(Jobs jobs, int number, double within, long[] left) {
        boolean success = number < jobs.served();
        boolean none = !success && number < jobs.served() + jobs.unmet();
        Instant completedAt = timeline.at(jobs.hour()).plusSeconds((long) (within * Timeline.SECONDS_PER_HOUR));
        double place = chance.fraction(jobs.gateway(), jobs.workload(), jobs.hour(), number, 2);
        int node = none ? -1 : pick(left, place);
        return jobs.alike() + ",\"request_id\":\"" + jobs.gateway() + '-' + jobs.workload() + '-' + jobs.hour() + '-'
                + number
                + "\",\"completed_at\":\"" + completedAt + "\",\"success\":" + success + ",\"tries\":" + (none ? 0 : 1)
                + ",\"duration_ms\":" + (success ? jobs.millis() : 0) + ",\"selection_outcome\":\""
                + (none ? "no_orch" : "selected") + "\",\"orch_url\":\""
                + (node < 0 ? "" : cast().nodes().get(node).uri()) + "\",\"attribution_status\":\""
                + (node < 0 ? "unresolved" : "resolved") + "\"}";
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
