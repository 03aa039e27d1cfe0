package org.warmplan.collect.network;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.warmplan.collect.AnyAnswer;

/** Any bytes at all as answers. The ordinary build runs the seeds only; {@code JAZZER_FUZZ=1} looks for new ones. */
final class NetworkCapabilitiesFuzzTest {
    @DictionaryEntries({
        "\"orchestrators\":[",
        "\"address\":\"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",",
        "\"orch_uri\":\"https://a\",",
        "\"capabilities\":{\"constraints\":{\"PerCapability\":{\"27\":{\"models\":{\"a\":{\"warm\":true}}}}}},",
        "\"capabilities_prices\":[{\"pricePerUnit\":1,\"pixelsPerUnit\":1,\"capability\":27,\"constraint\":\"a\"}],",
        "\"hardware\":[{\"pipeline\":\"text-to-image\",\"model_id\":\"a\",\"gpu_info\":{\"0\":{\"id\":\"g\",\"memory_total\":9}}}],",
        "\"capacity\":9,",
        "\"capacityInUse\":9,",
        "null",
        "1e99",
        AnyAnswer.NEXT
    })
    @FuzzTest(maxDuration = "2m")
    void anyAnswerIsReadOrRefused(byte[] bytes) {
        AnyAnswer.findReading(new NetworkCapabilitiesSource(), bytes, "https://gateway.example/getNetworkCapabilities");
    }
}
