package org.warmplan.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.warmplan.collect.AnyAnswer;

/** Any bytes at all as answers. The ordinary build runs the seeds only; {@code JAZZER_FUZZ=1} looks for new ones. */
final class CapabilitiesPageFuzzTest {
    @DictionaryEntries({
        "<table>",
        "<tr>",
        "<th>Model<th>Warm<th>Cold",
        "<th>Pipeline",
        "<th>Orchestrator",
        "<th>Status",
        "<th>Price (wei)",
        "<th>Cold/Warm",
        "<td>Text to image<td>a<td>1<td>2",
        "<td rowspan=3>",
        "<td colspan=2>",
        "<td>0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "<h2>Upscale</h2>",
        "<caption>llm</caption>",
        "<script type=\"application/json\">",
        "</script>",
        "window.__A__ = {",
        "{\"orchestrators\":[{\"capabilities\":null}]}",
        "{\"pipeline\":\"llm\",\"model\":\"a\",\"Warm\":1,\"Cold\":2}",
        "2 / 5",
        "10/3 gwei per pixel",
        "warm"
    })
    @FuzzTest(maxDuration = "2m")
    void anyAnswerIsReadOrRefused(byte[] bytes) {
        AnyAnswer.findReading(new CapabilitiesPageSource(), bytes, "https://tools.example/ai/network-capabilities")
                .ifPresent(reading -> assertThat(reading.observations()).isNotEmpty());
    }
}
