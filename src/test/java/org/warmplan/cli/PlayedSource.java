package org.warmplan.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service as it answers when all is well: a body for every path that a kind of source may ask. */
enum PlayedSource {
    NETWORK_CAPABILITIES("network-capabilities", "/getNetworkCapabilities", Map.of("/getNetworkCapabilities", """
            {"orchestrators": [{"address": "0x1111111111111111111111111111111111111111", "orch_uri": "https://o1.example:8935",
              "capabilities": {"constraints": {"PerCapability": {"27": {"models": {"a/b": {"warm": true}}}}}},
              "capabilities_prices": [{"pricePerUnit": 5, "pixelsPerUnit": 1, "capability": 27, "constraint": "a/b"}]}]}""")),
    CAPABILITIES_PAGE("capabilities-page", "/ai/network-capabilities", Map.of("/ai/network-capabilities", """
            <!DOCTYPE html><html><body><h1>Network capabilities</h1><table>
            <thead><tr><th>Pipeline</th><th>Model</th><th>Warm</th><th>Cold</th></tr></thead>
            <tbody><tr><td>Text to image</td><td>a/b</td><td>3</td><td>1</td></tr></tbody>
            </table></body></html>""")),
    EXPLORER_ORCHESTRATORS("explorer-orchestrators", "/orchestrators", Map.of("/orchestrators", """
            <html><script id="__NEXT_DATA__" type="application/json">{"props": {"pageProps": {"hadError": false,
            "orchestrators": {"transcoders": [{"id": "0x1111111111111111111111111111111111111111",
            "totalStake": "10", "thirtyDayVolumeETH": "1", "sixtyDayVolumeETH": "2", "ninetyDayVolumeETH": "3"}]}}}}
            </script></html>""")),
    EXPLORER_LEADERBOARD(
            "explorer-leaderboard",
            "/leaderboard",
            Map.of("/leaderboard", """
            <html><script id="__NEXT_DATA__" type="application/json">{"props": {"pageProps": {"orchestratorIds":
            [{"id": "0x1111111111111111111111111111111111111111"}]}}}</script></html>""", "/api/pipelines", """
            {"pipelines": [{"id": "Text to image", "models": ["a/b"], "regions": ["FRA"]}]}""", "/api/score", """
            {"0x1111111111111111111111111111111111111111": {"pricePerPixel": 1, "successRates": {"FRA": 90, "GLOBAL": 90},
             "roundTripScores": {"FRA": 80, "GLOBAL": 80}, "scores": {"FRA": 85, "GLOBAL": 85}}}""")),
    LEADERBOARD(
            "leaderboard",
            "",
            Map.of("/api/pipelines", """
            {"pipelines": [{"id": "Text to image", "models": ["a/b"], "regions": ["FRA"]}]}""", "/api/regions", """
            {"regions": [{"id": "FRA", "name": "Frankfurt", "type": "ai"}]}""", "/api/aggregated_stats", """
            {"0x1111111111111111111111111111111111111111": {"FRA": {"success_rate": 1, "round_trip_score": 0.8, "score": 0.9}}}""", "/api/raw_stats", """
            {"FRA": [{"region": "FRA", "orchestrator": "0x1111111111111111111111111111111111111111", "success_rate": 1,
             "round_trip_time": 2.5, "errors": [], "timestamp": 1795420800, "model": "a/b", "model_is_warm": true,
             "pipeline": "Text to image"}]}""")),
    NAAP(
            "naap",
            "",
            Map.of(
                    "/v1/dashboard/pipelines",
                    """
            {"streaming": [{"name": "live-video-to-video", "mins": 60, "sessions": 2, "avgFps": 20,
             "modelMins": [{"model": "v2v", "mins": 60, "sessions": 2, "avgFps": 20}]}],
             "requests": {"by_pipeline": [], "by_capability": []}}""",
                    "/v1/streaming/demand",
                    """
            {"data": [{"window_start": "2026-11-23T05:00:00Z", "org": "daydream", "gateway": "g",
             "pipeline_id": "live-video-to-video", "model_id": "v2v", "requested_sessions": 5,
             "startup_success_sessions": 4, "effective_success_rate": 0.8, "total_minutes": 31.5, "no_orch_sessions": 1}],
             "pagination": {"next_cursor": "", "has_more": false, "page_size": 1}, "meta": {}}""",
                    "/v1/streaming/models",
                    """
            {"data": [{"pipeline": "live-video-to-video", "model": "v2v", "warm_orch_count": 3, "gpu_slots": 4,
             "active_streams": 2, "available_capacity": -1, "avg_fps": 20}], "pagination": {"has_more": false}}""",
                    "/v1/requests/models",
                    """
            {"data": [{"pipeline": "text-to-image", "model": "a/b", "job_type": "ai-batch", "warm_orch_count": 3,
             "gpu_slots": 4, "job_count_24h": 7, "success_rate": 1, "avg_duration_ms": 900}], "pagination": {"has_more": false}}""",
                    "/v1/requests/ai-batch/jobs",
                    """
            {"data": [{"request_id": "r1", "org": "cloudspe", "gateway": "g", "pipeline": "text-to-image", "model_id": "a/b",
             "completed_at": "2026-11-23T05:10:00Z", "success": true, "tries": 1, "duration_ms": 900,
             "orch_url": "https://o1.example:8935", "selection_outcome": "selected"}],
             "pagination": {"next_cursor": "", "has_more": false}, "meta": {}}""",
                    "/v1/dashboard/pricing",
                    """
            [{"orchAddress": "0x1111111111111111111111111111111111111111", "orchName": "o1", "pipeline": "text-to-image",
             "model": "a/b", "priceWeiPerUnit": 5, "pixelsPerUnit": 1, "isWarm": true}]""",
                    "/v1/dashboard/orchestrators",
                    """
            [{"address": "0x1111111111111111111111111111111111111111", "serviceUri": "https://o1.example:8935",
             "knownSessions": 4, "successSessions": 3, "gpuCount": 1}]""")),
    PAYOUTS(
            "payouts",
            "",
            Map.of(
                    "/api/v1/payouts/leaderboard",
                    """
            {"data": [{"orchestrator_address": "0x1111111111111111111111111111111111111111", "ticket_count": "3",
             "sum_face_value_native": "0.007"}], "meta": {"next_cursor": null}}""",
                    "/api/v1/orchestrators",
                    """
            {"data": [{"address": "0x1111111111111111111111111111111111111111", "total_stake": "10", "is_active": true}],
             "meta": {"next_cursor": null}}""",
                    "/api/v1/prices/ETH/USD/latest",
                    """
            {"data": {"price": "3000", "timestamp": "2026-11-23T05:00:00Z"}}""")),
    ORCHESTRATOR_METRICS("orchestrator-metrics", "/metrics", Map.of("/metrics", """
            # TYPE livepeer_ai_models_requested counter
            livepeer_ai_models_requested{model_name="a/b",node_id="n",node_type="orch",pipeline="text-to-image"} 7
            """));

    private final String kind;
    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // Map.of gives it.
    private final Map<String, String> answers;

    PlayedSource(String kind, String path, Map<String, String> answers) {
        this.kind = kind;
        this.path = path;
        this.answers = answers;
    }

    /** As in sources.yaml. */
    String kind() {
        return kind;
    }

    /** What stands behind the host in the url of sources.yaml. */
    String path() {
        return path;
    }

    /** The body for a path without its query; null for a path that it does not have. */
    @Nullable
    String answer(String askedPath) {
        return answers.get(askedPath);
    }

    /** All it has. */
    String[] paths() {
        return answers.keySet().toArray(new String[0]);
    }
}
