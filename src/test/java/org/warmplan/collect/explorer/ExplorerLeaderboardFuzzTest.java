package org.warmplan.collect.explorer;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.warmplan.collect.AnyAnswer;

/** Any bytes at all as answers. The ordinary build runs the seeds only; {@code JAZZER_FUZZ=1} looks for new ones. */
final class ExplorerLeaderboardFuzzTest {
    @DictionaryEntries({
        AnyAnswer.NEXT,
        "<script id=\"__NEXT_DATA__\">{\"pageProps\":{\"orchestratorIds\":[{\"id\":\"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}]}}</script>",
        "{\"pipelines\":[",
        "\"id\":\"Text to image\",",
        "\"models\":[\"a\"],",
        "\"regions\":[\"FRA\"]",
        "{\"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\":",
        "\"successRates\":{\"FRA\":1,\"GLOBAL\":0},",
        "\"roundTripScores\":{\"FRA\":1,\"GLOBAL\":0},",
        "\"scores\":{\"FRA\":1,\"GLOBAL\":0}",
        "null",
        "100.00000000000001"
    })
    @FuzzTest(maxDuration = "2m")
    void anyAnswerIsReadOrRefused(byte[] bytes) {
        AnyAnswer.findReading(
                new ExplorerLeaderboardSource(),
                bytes,
                "https://explorer.example/leaderboard",
                "https://explorer.example/api/pipelines",
                "https://explorer.example/api/score",
                "https://explorer.example/api/score?pipeline=Text%20to%20image&model=acme%2Fpainter",
                "score.json");
    }
}
