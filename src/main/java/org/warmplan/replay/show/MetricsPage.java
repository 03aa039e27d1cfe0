package org.warmplan.replay.show;

import java.util.Locale;
import java.util.Map;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.MarketNode;

/**
 * The metrics page of an own node with {@code -monitor} and {@code -metricsPerStream} (go-livepeer {@code monitor/census.go}
 * at 176aa415). Live streams are no jobs there ({@code server/ai_http.go:1692} counts batch jobs only), and their tickets
 * carry a session's name instead of the model's.
 */
final class MetricsPage {
    /** The expected value of a ticket in wei. */
    private static final double TICKET_WEI = 2.4e12;

    private static final double WINS = 0.001;
    private static final double WEI_PER_GWEI = 1e9;

    private final Cast cast;
    private final int node;
    private final StringBuilder page = new StringBuilder();

    private MetricsPage(Cast cast, int node) {
        this.cast = cast;
        this.node = node;
    }

    /** The page at the start of an hour. */
    static String of(Cast cast, int node, PlayedWeeks.Week week, int hourOfWeek, OwnCounters counters) {
        MetricsPage page = new MetricsPage(cast, node);
        page.jobs(week, counters.counts());
        page.containers(week, hourOfWeek);
        page.tickets(counters.counts());
        return page.page.toString();
    }

    private void jobs(PlayedWeeks.Week week, Map<Integer, OwnCounters.Counts> counts) {
        type("ai_models_requested", "counter");
        counts.forEach((workload, count) -> {
            if (count.jobs() > 0) {
                line("ai_models_requested", labels(workload), count.jobs());
            }
        });
        type("ai_request_errors", "counter");
        counts.forEach((workload, count) -> {
            if (count.errors() > 0) {
                line("ai_request_errors", labels(workload) + ",error_code=\"500\"", count.errors());
            }
        });
        type("ai_request_price", "gauge");
        counts.forEach((workload, count) -> {
            if (count.jobs() > 0) {
                double wei = week.standing().weiPerUnit(node, workload) * own().overhead();
                line("ai_request_price", labels(workload), wei);
            }
        });
    }

    private void containers(PlayedWeeks.Week week, int hourOfWeek) {
        type("ai_container_in_use", "gauge");
        for (int workload : week.standing().set(node).listed()) {
            int busy = week.log().inUse(week.log().findOffer(node, workload), hourOfWeek);
            line("ai_container_in_use", labels(workload), busy);
        }
        type("ai_container_idle", "gauge");
        for (int workload : week.standing().set(node).listed()) {
            int busy = week.log().inUse(week.log().findOffer(node, workload), hourOfWeek);
            int idle = Math.max(0, week.standing().set(node).replicas(workload) - busy);
            line("ai_container_idle", labels(workload) + ",orchestrator_uri=\"" + own().uri() + "\"", idle);
        }
    }

    private void tickets(Map<Integer, OwnCounters.Counts> counts) {
        type("ticket_value_recv", "counter");
        eachPayer(counts, (labels, wei) -> line("ticket_value_recv", labels, wei / WEI_PER_GWEI));
        type("tickets_recv", "counter");
        eachPayer(counts, (labels, wei) -> line("tickets_recv", labels, Math.floor(wei / TICKET_WEI)));
        type("winning_tickets_recv", "counter");
        eachPayer(counts, (labels, wei) -> line("winning_tickets_recv", labels, Math.floor(wei / TICKET_WEI * WINS)));
    }

    private interface Payer {
        void paid(String labels, double wei);
    }

    private void eachPayer(Map<Integer, OwnCounters.Counts> counts, Payer payer) {
        counts.forEach((workload, count) -> {
            for (int gateway = 0; gateway < cast.gateways().size(); gateway++) {
                if (count.wei(gateway) > 0) {
                    String sender = cast.gateways().get(gateway).address().value();
                    payer.paid(
                            node() + ",manifest_id=\"" + manifest(workload) + "\",sender=\"" + sender + "\"",
                            count.wei(gateway));
                }
            }
        });
    }

    /** Capability and model for a batch job ({@code server/ai_http.go:1578}). */
    private String manifest(int index) {
        Workload workload = cast.workloads().get(index).workload();
        String session = workload.pipeline() == Pipeline.LIVE_VIDEO_TO_VIDEO ? "-4c1d0e" : "";
        return workload.pipeline().capability() + "_" + workload.modelId() + session;
    }

    private String labels(int index) {
        Workload workload = cast.workloads().get(index).workload();
        return "model_name=\"%s\",%s,pipeline=\"%s\""
                .formatted(workload.modelId(), node(), workload.pipeline().slug());
    }

    private String node() {
        return "node_id=\"node-" + node + "\",node_type=\"orch\"";
    }

    private void type(String metric, String type) {
        page.append("# TYPE livepeer_").append(metric).append(' ').append(type).append('\n');
    }

    private void line(String metric, String labels, long value) {
        page.append("livepeer_")
                .append(metric)
                .append('{')
                .append(labels)
                .append("} ")
                .append(value)
                .append('\n');
    }

    private void line(String metric, String labels, double value) {
        String text = value == Math.rint(value) && value < 1e15
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.6g", value);
        page.append("livepeer_")
                .append(metric)
                .append('{')
                .append(labels)
                .append("} ")
                .append(text)
                .append('\n');
    }

    private MarketNode own() {
        return cast.nodes().get(node);
    }
}
