package org.warmplan.collect.leaderboard;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.warmplan.collect.AnyAnswer;

/** Any bytes at all as answers. The ordinary build runs the seeds only; {@code JAZZER_FUZZ=1} looks for new ones. */
final class LeaderboardFuzzTest {
    @DictionaryEntries({
        AnyAnswer.NEXT,
        "{\"pipelines\":[",
        "\"id\":\"Text to image\",",
        "\"models\":[\"a\"],",
        "\"regions\":[\"FRA\"]",
        "{\"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\":{\"FRA\":",
        "\"success_rate\":1,",
        "\"round_trip_score\":1,",
        "\"score\":1",
        "{\"FRA\":[{",
        "\"orchestrator\":\"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",",
        "\"round_trip_time\":1,",
        "\"timestamp\":1795370000,",
        "\"model\":\"a\",",
        "\"pipeline\":\"llm\",",
        "\"model_is_warm\":true",
        "\"type\":\"ai\"",
        "null"
    })
    @FuzzTest(maxDuration = "2m")
    void anyAnswerIsReadOrRefused(byte[] bytes) {
        AnyAnswer.findReading(
                new LeaderboardSource(),
                bytes,
                "https://board.example/api/pipelines?since=1794700800",
                "https://board.example/api/regions",
                "https://board.example/api/aggregated_stats?pipeline=Text%20to%20image&model=acme%2Fpainter&since=1794700800",
                "https://board.example/api/raw_stats?orchestrator=0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&job_type=ai&since=1794700800",
                "saved.json");
    }
}
