package org.warmplan.collect.explorer;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.warmplan.collect.AnyAnswer;

/** Any bytes at all as answers. The ordinary build runs the seeds only; {@code JAZZER_FUZZ=1} looks for new ones. */
final class ExplorerOrchestratorsFuzzTest {
    @DictionaryEntries({
        "<script id=\"__NEXT_DATA__\">",
        "</script>",
        "{\"pageProps\":{",
        "\"orchestrators\":{\"transcoders\":[",
        "\"id\":\"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",",
        "\"totalStake\":\"1\",",
        "\"thirtyDayVolumeETH\":\"1\",",
        "\"deactivationRound\":\"1\",",
        "\"hadError\":true,",
        AnyAnswer.NEXT
    })
    @FuzzTest(maxDuration = "2m")
    void anyAnswerIsReadOrRefused(byte[] bytes) {
        AnyAnswer.findReading(new ExplorerOrchestratorsSource(), bytes, "https://explorer.example/orchestrators");
    }
}
