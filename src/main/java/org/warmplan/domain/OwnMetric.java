package org.warmplan.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the operator's own node, from its metrics page.
 *
 * @param node which node; may be empty
 * @param name which figure
 * @param workload what it is about; null when it is about all of the node
 * @param detail what else tells it apart: a sender, an error code, a manifest; may be empty
 * @param value the figure as it stands; finite
 */
public record OwnMetric(
        Instant seenAt, String node, Name name, @Nullable Workload workload, String detail, double value)
        implements Observation {

    /** The same figure on a page that does not have it: a counter comes to be with what it first counts, so it is 0. */
    public OwnMetric absentAt(Instant instant) {
        return new OwnMetric(instant, node, name, workload, detail, 0);
    }

    /** The figures that matter for planning, by the name go-livepeer gives them (monitor/census.go at 176aa415). */
    public enum Name {
        /** Jobs done since the node started. */
        REQUESTS("ai_models_requested", true),
        /** Jobs that failed in the worker since the node started. */
        ERRORS("ai_request_errors", true),
        /** Wei per billed unit of the last job. */
        PRICE("ai_request_price", false),
        /** Seconds per billed unit of the last job. */
        LATENCY("ai_request_latency_score", false),
        /** Containers busy now. */
        CONTAINERS_IN_USE("ai_container_in_use", false),
        /** Containers idle now. */
        CONTAINERS_IDLE("ai_container_idle", false),
        /** Cards without work now. */
        GPUS_IDLE("ai_gpus_idle", false),
        /** Live streams now. */
        LIVE_PIPELINES("ai_current_live_pipelines", false),
        /** Expected value of tickets received since the node started, in gwei. */
        TICKET_VALUE("ticket_value_recv", true),
        /** Tickets received since the node started. */
        TICKETS("tickets_recv", true),
        /** Of those, the ones that won. */
        WINNING_TICKETS("winning_tickets_recv", true),
        /** Gwei redeemed on chain since the node started. */
        VALUE_REDEEMED("value_redeemed", true);

        private final String metric;
        private final boolean counter;

        Name(String metric, boolean counter) {
            this.metric = metric;
            this.counter = counter;
        }

        /** Without the prefix {@code livepeer_}. */
        public String metric() {
            return metric;
        }

        /** True for figures that only grow, and start again at 0 with the node. */
        public boolean isCounter() {
            return counter;
        }
    }
}
