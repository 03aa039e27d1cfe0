package org.warmplan.collect.metrics;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.warmplan.collect.SaneObservations;
import org.warmplan.domain.Snapshot;

/** Any text at all as a metrics page. */
final class OrchestratorMetricsFuzzTest {
    private static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");

    /** In the dictionary a line feed is written {@code \x0A}, and a backslash twice. */
    @DictionaryEntries({
        "# TYPE livepeer_tickets_recv counter\\x0A",
        "livepeer_tickets_recv{manifest_id=\"27_a\",sender=\"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"} 1\\x0A",
        "livepeer_ticket_value_recv_total{manifest_id=\"",
        "livepeer_ai_models_requested{model_name=\"a\",node_id=\"n\",pipeline=\"llm\"} 2\\x0A",
        "livepeer_ai_request_errors{error_code=\"a b\",",
        "livepeer_ai_container_idle{model_name=\"a\",orchestrator_uri=\"https://u:p@a\"} 1\\x0A",
        "node_type=\"orch\",",
        "\\\\\"",
        "\\\\",
        "} NaN\\x0A",
        "} +Inf 17\\x0A",
        "} 1e308 # {} 1\\x0A",
        "# EOF\\x0D\\x0A"
    })
    @FuzzTest(maxDuration = "2m")
    void anyPageEndsInAReadingOrARefusal(byte[] bytes) {
        String body = new String(bytes, StandardCharsets.UTF_8);
        SaneObservations.requireSane(
                new OrchestratorMetricsSource(),
                new Snapshot(
                        "own",
                        "orchestrator-metrics",
                        SEEN,
                        List.of(new Snapshot.Part("own.txt", 200, null, null, null, SEEN, "0", body, null))));
    }
}
