package org.warmplan.collect.naap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;

/** Answers in the form of the NaaP API, with figures of our own. */
final class NaapAnswers {
    static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");
    static final String HOST = "https://naap.example/v1/";
    static final String ONE = "0x" + "a".repeat(40);

    static final String PIPELINES = """
            {"streaming": [
               {"name": "live-video-to-video", "mins": 90.5, "sessions": 12, "avgFps": 20.1, "modelMins": [
                 {"model": "studio-live", "mins": 80.25, "sessions": 10, "avgFps": 21},
                 {"model": "noop", "mins": 10.25, "sessions": 2, "avgFps": 0}]}],
             "requests": {
               "by_pipeline": [{"pipeline": "text-to-image", "total_jobs": 7, "selected_jobs": 6, "no_orch_jobs": 1,
                 "success_rate": 0.857, "avg_duration_ms": 900}],
               "by_capability": [{"capability": "my-chat", "total_jobs": 3, "selected_jobs": 3, "no_orch_jobs": 0,
                 "success_rate": 1, "avg_duration_ms": 10}]}}
            """;
    static final String DEMAND_ROW = """
            {"window_start": "2026-11-23T05:00:00Z", "org": "daydream", "gateway": "gw-1",
             "pipeline_id": "live-video-to-video", "model_id": "studio-live", "requested_sessions": 9,
             "startup_success_sessions": 6, "effective_success_rate": 0.66, "total_minutes": 33.5, "no_orch_sessions": 2}""";
    static final String LIVE_MODEL = """
            {"pipeline": "live-video-to-video", "model": "studio-live", "warm_orch_count": 4, "gpu_slots": 3,
             "active_streams": 5, "available_capacity": -2, "avg_fps": 19.5}""";
    static final String BATCH_MODEL = """
            {"pipeline": "text-to-image", "model": "painter/XL", "job_type": "ai-batch", "warm_orch_count": 2,
             "gpu_slots": 2, "job_count_24h": 40, "success_rate": 0.9, "avg_duration_ms": 800}""";
    static final String JOB = """
            {"request_id": "r1", "org": "cloudspe", "gateway": "gw-2", "pipeline": "text-to-image",
             "model_id": "painter/XL", "completed_at": "2026-11-23T04:59:59.999Z", "success": true, "tries": 2,
             "duration_ms": 90000, "orch_url": "", "selection_outcome": "selected",
             "gpu_model_name": "", "attribution_status": "resolved"}""";
    static final String PRICE = """
            {"orchAddress": "0xAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "orchName": "o.example",
             "pipeline": "text-to-image", "model": "painter/XL", "priceWeiPerUnit": 3000, "pixelsPerUnit": 4,
             "isWarm": true}""";
    static final String ORCHESTRATOR = """
            {"address": "0xAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "serviceUri": "https://o.example:8935",
             "knownSessions": 20, "successSessions": 15, "successRatio": 75.0, "effectiveSuccessRate": 0.75,
             "noSwapRatio": null, "slaScore": 80.1, "pipelines": ["live-video-to-video"], "pipelineModels": [],
             "gpuCount": 2}""";

    private NaapAnswers() {}

    /** The last page of a list. */
    static String page(String... rows) {
        return page(false, "", rows);
    }

    static String page(boolean more, String cursor, String... rows) {
        return "{\"data\": [" + String.join(",", rows) + "], \"pagination\": {\"next_cursor\": \"" + cursor
                + "\", \"has_more\": " + more + ", \"page_size\": " + rows.length
                + "}, \"meta\": {\"generated_at\": \"2026-11-23T06:00:01Z\", \"request_id\": \"q\"}}";
    }

    static String list(String... rows) {
        return "[" + String.join(",", rows) + "]";
    }

    /** Reads one answer of the endpoint. */
    static Reading read(String endpoint, String... bodies) {
        List<Snapshot.Part> parts = new ArrayList<>();
        for (String body : bodies) {
            parts.add(part(HOST + endpoint, body));
        }
        return new NaapSource().read(new Snapshot("naap", "naap", SEEN, parts));
    }

    static Snapshot.Part part(String url, String body) {
        return new Snapshot.Part(url, 200, "application/json", null, null, SEEN, "0", body, null);
    }
}
