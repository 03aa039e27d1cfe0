package org.warmplan.replay.show;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.warmplan.domain.Pipeline;
import org.warmplan.files.JsonText;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.MarketWorkload;
import org.warmplan.replay.market.Standing;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Live demand as NaaP counts it. */
final class NaapDemand {
    /** Of the last hour, a part of the events is still on its way. */
    static final double ARRIVED = 0.9;

    private static final int WEEK = NaapAnswers.MOST_HOURS;
    private static final int DIGITS = 4;

    private final Followed followed;
    private final Timeline timeline;

    NaapDemand(Followed followed, Timeline timeline) {
        this.followed = followed;
        this.timeline = timeline;
    }

    /** Rows of {@code streaming/demand} as JSON: an hour of a gateway and a model each, where anything was asked for or streamed. */
    List<String> rows(int from, int to) {
        List<String> rows = new ArrayList<>();
        for (int hour = from; hour < to; hour++) {
            double arrived = hour == to - 1 ? ARRIVED : 1;
            for (int gateway : followed.gateways()) {
                for (int workload = 0; workload < cast().workloads().size(); workload++) {
                    if (cast().workloads().get(workload).isLive()) {
                        addRow(rows, gateway, workload, hour, arrived);
                    }
                }
            }
        }
        return rows;
    }

    private void addRow(List<String> rows, int gateway, int workload, int hour, double arrived) {
        long requested = (long) (followed.requested(gateway, workload, hour) * arrived);
        long served = Math.min(requested, (long) (followed.served(gateway, workload, hour) * arrived));
        double minutes = followed.minutes(gateway, workload, hour) * arrived;
        if (requested > 0 || minutes > 0) {
            rows.add(JsonText.writeLine(Answer.object()
                    .put("window_start", timeline.at(hour).toString())
                    .put("org", followed.org(gateway))
                    .put("gateway", followed.name(gateway))
                    .put("pipeline_id", Pipeline.LIVE_VIDEO_TO_VIDEO.slug())
                    .put("model_id", cast().workloads().get(workload).workload().modelId())
                    .put("requested_sessions", requested)
                    .put("startup_success_sessions", served)
                    .put("effective_success_rate", rounded(requested == 0 ? 0 : (double) served / requested))
                    .put("total_minutes", rounded(minutes))
                    .put("no_orch_sessions", (long) (followed.unmet(gateway, workload, hour) * arrived))));
        }
    }

    /** {@code dashboard/pipelines} of the last week: live models, and batch pipelines without their models. */
    ObjectNode totals(int to) {
        ObjectNode root = Answer.object();
        ObjectNode live = Answer.object().put("name", Pipeline.LIVE_VIDEO_TO_VIDEO.slug());
        ArrayNode models = live.putArray("modelMins");
        for (int workload = 0; workload < cast().workloads().size(); workload++) {
            MarketWorkload asked = cast().workloads().get(workload);
            double sessions = followed.sum(followed::requested, workload, to - WEEK, to);
            if (asked.isLive() && sessions > 0) {
                models.add(Answer.object()
                        .put("model", asked.workload().modelId())
                        .put("mins", rounded(followed.sum(followed::minutes, workload, to - WEEK, to)))
                        .put("sessions", Math.round(sessions))
                        .put("avgFps", 24.5));
            }
        }
        root.putArray("streaming").add(live);
        root.putObject("requests").set("by_pipeline", batchPipelines(to));
        root.withObject("requests").putArray("by_capability");
        return root;
    }

    private ArrayNode batchPipelines(int to) {
        TreeMap<String, ObjectNode> rows = new TreeMap<>();
        for (int workload = 0; workload < cast().workloads().size(); workload++) {
            MarketWorkload asked = cast().workloads().get(workload);
            long jobs = Math.round(followed.sum(followed::requested, workload, to - WEEK, to));
            if (!asked.isLive() && jobs > 0) {
                String pipeline = asked.workload().pipeline().slug();
                long unmet = Math.round(followed.sum(followed::unmet, workload, to - WEEK, to));
                ObjectNode row =
                        rows.computeIfAbsent(pipeline, name -> Answer.object().put("pipeline", name));
                row.put("total_jobs", row.path("total_jobs").asLong(0) + jobs);
                row.put("selected_jobs", row.path("selected_jobs").asLong(0) + jobs - unmet);
                row.put("no_orch_jobs", row.path("no_orch_jobs").asLong(0) + unmet);
            }
        }
        ArrayNode list = Answer.list();
        rows.values().forEach(list::add);
        return list;
    }

    /** Rows of {@code streaming/models}. What is called warm is whoever advertised the model in the last day. */
    ArrayNode liveModels(int to) {
        ArrayNode rows = Answer.list();
        Standing standing = followed.weeks().week(to).standing();
        for (int workload = 0; workload < cast().workloads().size(); workload++) {
            NaapSupply.Offered offered = NaapSupply.Offered.of(cast(), standing, workload);
            if (cast().workloads().get(workload).isLive() && offered.orchestrators() > 0) {
                long streams = Math.round(followed.sum(followed::minutes, workload, to - 1, to) / 60);
                rows.add(Answer.object()
                        .put("pipeline", Pipeline.LIVE_VIDEO_TO_VIDEO.slug())
                        .put(
                                "model",
                                cast().workloads().get(workload).workload().modelId())
                        .put("warm_orch_count", offered.orchestrators())
                        .put("gpu_slots", offered.slots())
                        .put("active_streams", streams)
                        .put("available_capacity", offered.slots() - streams)
                        .put("avg_fps", 24.5));
            }
        }
        return rows;
    }

    private Cast cast() {
        return followed.cast();
    }

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
