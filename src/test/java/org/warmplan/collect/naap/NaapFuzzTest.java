package org.warmplan.collect.naap;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.warmplan.collect.SaneObservations;
import org.warmplan.domain.Snapshot;

/** Any text at all as every answer of the NaaP API at once, twice, and as a file that does not tell what it is. */
final class NaapFuzzTest {
    private static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");

    @DictionaryEntries({
        "{\"data\":[{",
        "}],\"pagination\":{\"next_cursor\":\"\"}}",
        "\"pipeline\":\"llm\",\"model\":\"a\",",
        "\"pipeline\":\"llm\",\"model_id\":\"a\",",
        "\"pipeline_id\":\"live-video-to-video\",\"model_id\":\"a\",",
        "\"window_start\":\"2026-11-23T05:00:00Z\",",
        "\"completed_at\":\"2026-11-23T05:00:00Z\",",
        "\"requested_sessions\":9,\"startup_success_sessions\":6,",
        "\"total_minutes\":1e3,\"no_orch_sessions\":2",
        "\"success\":true,\"duration_ms\":5,\"request_id\":\"r\"",
        "\"job_type\":\"ai-batch\",\"job_count_24h\":7",
        "\"warm_orch_count\":1,\"gpu_slots\":2,\"active_streams\":3",
        "\"orchAddress\":\"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",",
        "\"priceWeiPerUnit\":3000,\"pixelsPerUnit\":4",
        "\"address\":\"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",",
        "\"knownSessions\":20,\"successSessions\":15,\"gpuCount\":2",
        "{\"streaming\":[{\"name\":\"live-video-to-video\",\"modelMins\":[{\"model\":\"a\",\"mins\":1,\"sessions\":2}]}]}"
    })
    @FuzzTest(maxDuration = "2m")
    void anyAnswerEndsInAReadingOrARefusal(byte[] bytes) {
        String body = new String(bytes, StandardCharsets.UTF_8);
        List<Snapshot.Part> parts = new ArrayList<>();
        parts.add(NaapAnswers.part("saved.json", body));
        for (NaapEndpoint endpoint : NaapEndpoint.values()) {
            parts.add(NaapAnswers.part(NaapAnswers.HOST + endpoint.path(), body));
            parts.add(NaapAnswers.part(NaapAnswers.HOST + endpoint.path() + "?window=7d", body));
        }
        SaneObservations.requireSane(new NaapSource(), new Snapshot("naap", "naap", SEEN, parts));
    }
}
